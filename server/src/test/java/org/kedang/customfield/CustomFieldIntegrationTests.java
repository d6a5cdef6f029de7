package org.kedang.customfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.identity.Accounts;
import org.kedang.index.IndexUpkeep;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Fields that a company adds to customers and contacts, from their definition to the log. */
@IntegrationTest
class CustomFieldIntegrationTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RUN = UUID.randomUUID().toString().substring(0, 6);

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired Accounts accounts;
    @Autowired IndexUpkeep upkeep;

    private TestClient administrator;
    private TestClient clerk;
    private DefinedFields fields;

    @BeforeEach
    void signIn() {
        administrator = TestClient.as("sysadmin", port);
        clerk = TestClient.as("clerk", port);
        fields = new DefinedFields(administrator, "customer", RUN);
    }

    @AfterEach
    void forget() {
        fields.withdrawAll();
        ruleOfManager("MASKED");
    }

    private void ruleOfManager(String access) {
        jdbc.sql(
                        "update field_rule set access = :access where role = 'GENERAL_MANAGER' and"
                                + " field = 'ID_NUMBER'")
                .param("access", access)
                .update();
        accounts.forgetAll();
    }

    private void defineSome() {
        fields.field("level", "CHOICE listed filterable", "gold", "silver")
                .field("budget", "MONEY listed filterable")
                .field("since", "DATE filterable")
                .field("plate", "TEXT filterable")
                .field("who", "PERSON filterable")
                .field("seats", "NUMBER")
                .field("secret", "TEXT sensitive")
                .field("paper", "FILE")
                .define();
    }

    private ObjectNode more(String json) {
        ObjectNode values = (ObjectNode) JSON.readTree(json);
        ObjectNode named = body();
        values.properties().forEach(one -> named.set(fields.name(one.getKey()), one.getValue()));
        return named;
    }

    private ObjectNode customer(String more) {
        ObjectNode customer =
                body().put("type", "ORGANISATION")
                        .put("name", "字段" + UUID.randomUUID().toString().substring(0, 8));
        customer.set("more", more(more));
        return customer;
    }

    private String registered(String more) {
        Answer created = clerk.post("/api/customers", customer(more));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }

    private Answer change(String id, int version, String more) {
        ObjectNode patch = body();
        patch.set("more", more(more));
        return clerk.patch("/api/customers/" + id, patch, "If-Match", "\"" + version + "\"");
    }

    private JsonNode values(TestClient reader, String id) {
        return reader.get("/api/customers/" + id).json().at("/more/values");
    }

    private String person(String userName) {
        return jdbc.sql("select id::text from person where user_name = :name")
                .param("name", userName)
                .query(String.class)
                .single();
    }

    @Test
    void keepsValuesOfEveryKind() {
        defineSome();
        String file =
                clerk.upload(
                                "/api/custom-files?type=customer&field=" + fields.name("paper"),
                                "厂区平面图.pdf",
                                "%PDF-1.7 平面".getBytes(StandardCharsets.UTF_8))
                        .id();
        String id =
                registered(
                        """
                        {"level":"gold","budget":120000.50,"since":"2024-02-29","plate":" 浙D·8888 ",
                         "who":"%s","seats":12,"secret":"4417","paper":["%s"]}
                        """
                                .formatted(person("clerk"), file));

        JsonNode kept = values(clerk, id);

        assertThat(kept.path(fields.name("level")).asString()).isEqualTo("gold");
        assertThat(kept.path(fields.name("budget")).decimalValue())
                .isEqualByComparingTo("120000.50");
        assertThat(kept.path(fields.name("plate")).asString()).isEqualTo("浙D·8888");
        assertThat(kept.path(fields.name("seats")).asInt()).isEqualTo(12);
        assertThat(kept.path(fields.name("secret")).asString()).isEqualTo("4417");
        assertThat(
                        clerk.get("/api/customers/" + id)
                                .json()
                                .at("/more/names/" + person("clerk"))
                                .asString())
                .isEqualTo("王建国");
        assertThat(
                        clerk.get("/api/record-types/customer/records/" + id + "/files")
                                .json()
                                .at("/items/0/name")
                                .asString())
                .isEqualTo("厂区平面图.pdf");
        assertThat(clerk.get("/api/custom-files/" + file + "/content?inline=true").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"level\":\"copper\"} | level | unknown-option",
                "{\"budget\":-0.001} | budget | too-exact",
                "{\"budget\":\"many\"} | budget | wrong-type",
                "{\"budget\":1e20} | budget | out-of-range",
                "{\"since\":\"2023-02-29\"} | since | wrong-format",
                "{\"plate\":\"a\\u0007b\"} | plate | forbidden-character",
                "{\"plate\":{\"x\":1}} | plate | wrong-type",
                "{\"who\":\"somebody\"} | who | wrong-format",
                "{\"who\":\"00000000-0000-7000-8000-000000000000\"} | who | unknown",
                "{\"paper\":[\"00000000-0000-7000-8000-000000000000\"]} | paper | unknown-file",
                "{\"unheard\":1} | unheard | unknown-field"
            })
    void refusesWhatDoesNotFitAndStoresNothing(String more, String field, String slug) {
        defineSome();
        ObjectNode customer = customer(more);

        Answer refused = clerk.post("/api/customers", customer);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/fields/0/name").asString())
                .isEqualTo("more." + fields.name(field));
        assertThat(refused.json().at("/fields/0/slug").asString()).isEqualTo(slug);
        assertThat(refused.json().at("/fields/0/zh").asString()).isNotBlank();
        assertThat(
                        jdbc.sql("select count(*) from customer where name = :name")
                                .param("name", customer.path("name").asString())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void asksForWhatIsRequired() {
        fields.field("must", "TEXT required").define();
        Answer without = clerk.post("/api/customers", customer("{}"));
        String id = registered("{\"must\":\"有\"}");

        assertThat(without.json().at("/fields/0/slug").asString()).isEqualTo("required");
        assertThat(change(id, 0, "{\"must\":null}").json().at("/fields/0/slug").asString())
                .isEqualTo("required");
        assertThat(
                        clerk.patch(
                                        "/api/customers/" + id,
                                        body().put("note", "无关"),
                                        "If-Match",
                                        "\"0\"")
                                .status())
                .isEqualTo(200);
    }

    @Test
    void changesFieldByFieldAndKeepsVersions() {
        defineSome();
        String id = registered("{\"level\":\"gold\",\"seats\":3,\"secret\":\"4417\"}");
        assertThat(change(id, 0, "{\"level\":\"silver\",\"secret\":\"9\"}").status())
                .isEqualTo(200);
        assertThat(change(id, 1, "{\"seats\":null}").status()).isEqualTo(200);

        JsonNode made = clerk.get("/api/customers/" + id + "/versions").json().path("items");
        JsonNode found =
                clerk.get("/api/customers/" + id + "/versions/compare?from=0&to=2")
                        .json()
                        .path("items");

        assertThat(made.at("/0/fields").valueStream().map(JsonNode::asString))
                .containsExactly("more." + fields.name("seats"));
        assertThat(made.at("/1/fields")).hasSize(2);
        assertThat(found.valueStream().map(one -> one.path("field").asString()))
                .containsExactly(
                        "more." + fields.name("level"),
                        "more." + fields.name("seats"),
                        "more." + fields.name("secret"));
        assertThat(found.at("/0/before").asString()).isEqualTo("gold");
        assertThat(found.at("/1/after").isMissingNode()).isTrue();

        ObjectNode wish = body().put("version", 0);
        wish.putArray("fields").add("more." + fields.name("seats"));
        Answer restored =
                clerk.post("/api/customers/" + id + "/restore", wish, "If-Match", "\"2\"");
        assertThat(restored.status()).as(restored.text()).isEqualTo(200);
        assertThat(values(clerk, id).path(fields.name("seats")).asInt()).isEqualTo(3);
        assertThat(values(clerk, id).path(fields.name("level")).asString()).isEqualTo("silver");
    }

    @Test
    void keepsWhatAWithdrawnFieldHolds() {
        defineSome();
        String id = registered("{\"seats\":7,\"plate\":\"浙D1\"}");
        fields.set("seats", "withdrawn", true);

        Answer other = change(id, 0, "{\"plate\":\"浙D2\"}");
        Answer touched = change(id, 1, "{\"seats\":8}");

        assertThat(other.status()).as(other.text()).isEqualTo(200);
        assertThat(values(clerk, id).path(fields.name("seats")).asInt()).isEqualTo(7);
        assertThat(touched.json().at("/fields/0/slug").asString()).isEqualTo("unknown-field");
    }

    @Test
    void narrowsTheListByFields() {
        defineSome();
        String plate = "浙D&" + UUID.randomUUID().toString().substring(0, 8);
        String rich =
                registered(
                        "{\"level\":\"gold\",\"budget\":500,\"since\":\"2024-05-01\",\"plate\":\"%s\"}"
                                .formatted(plate));
        String poor = registered("{\"level\":\"gold\",\"budget\":-20.5,\"since\":\"2023-05-01\"}");
        String plain = registered("{\"level\":\"silver\"}");

        assertThat(found("level=gold")).contains(rich, poor).doesNotContain(plain);
        assertThat(found("level=gold", "budget=0..")).contains(rich).doesNotContain(poor);
        assertThat(found("budget=..0")).contains(poor).doesNotContain(rich, plain);
        assertThat(found("budget=500..500")).contains(rich).doesNotContain(poor);
        assertThat(found("since=2023-01-01..2023-12-31")).contains(poor).doesNotContain(rich);
        assertThat(found("plate=" + encoded(plate))).containsExactly(rich);
        for (String wrong :
                List.of("seats=1..2", "secret=4417", "budget=x", "budget=..", "nix=1", "level=")) {
            assertThat(list(wrong).status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void findsByTextsAndNarrowsWhatIsFound() {
        defineSome();
        String plate = "QX" + UUID.randomUUID().toString().substring(0, 8);
        String rich = registered("{\"plate\":\"%s\",\"budget\":900}".formatted(plate));
        String poor = registered("{\"plate\":\"%s\",\"budget\":-3}".formatted(plate));
        await(() -> ids(clerk.get("/api/customers?q=" + plate)).size() == 2);

        assertThat(ids(clerk.get("/api/customers?q=" + plate + "&more=" + query("budget=0.."))))
                .containsExactly(rich);
        assertThat(ids(clerk.get("/api/customers?q=" + plate + "&more=" + query("budget=..0"))))
                .containsExactly(poor);
    }

    @Test
    void keepsAnOptionThatIsOfferedNoLonger() {
        defineSome();
        String id = registered("{\"level\":\"gold\",\"seats\":1}");

        fields.withdrawOption("level", "gold");

        assertThat(change(id, 0, "{\"seats\":2}").status()).isEqualTo(200);
        assertThat(values(clerk, id).path(fields.name("level")).asString()).isEqualTo("gold");
        assertThat(found("level=gold")).contains(id);
        Answer chosen = clerk.post("/api/customers", customer("{\"level\":\"gold\"}"));
        assertThat(chosen.status()).isEqualTo(400);
        assertThat(chosen.text()).contains("more." + fields.name("level"));
        assertThat(change(id, 1, "{\"level\":\"silver\"}").status()).isEqualTo(200);
        assertThat(change(id, 2, "{\"level\":\"gold\"}").status()).isEqualTo(400);
    }

    @Test
    void leavesTheIndexWhenAFieldBecomesSensitive() {
        defineSome();
        String plate = "QZ" + UUID.randomUUID().toString().substring(0, 8);
        String id = registered("{\"plate\":\"%s\"}".formatted(plate));
        String list = "/api/customers?q=" + plate;
        await(() -> ids(clerk.get(list)).equals(List.of(id)));

        fields.set("plate", "filterable", false);
        fields.set("plate", "sensitive", true);
        await(() -> upkeep.health().complete() && ids(clerk.get(list)).isEmpty());
        assertThat(ids(clerk.get("/api/search?q=" + plate))).isEmpty();

        fields.set("plate", "sensitive", false);
        await(() -> upkeep.health().complete() && ids(clerk.get(list)).equals(List.of(id)));
    }

    private Answer list(String... conditions) {
        return clerk.get("/api/customers?size=200&more=" + query(conditions));
    }

    private String query(String... conditions) {
        return encoded(
                Arrays.stream(conditions)
                        .map(one -> one.split("=", 2))
                        .map(one -> fields.name(one[0]) + "=" + one[1])
                        .collect(Collectors.joining("&")));
    }

    private List<String> found(String... conditions) {
        return ids(list(conditions));
    }

    private static List<String> ids(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void await(BooleanSupplier done) {
        CountDownLatch never = new CountDownLatch(1);
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            try {
                never.await(50, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void showsSensitiveValuesAsIdNumbersAre() {
        defineSome();
        String id = registered("{\"secret\":\"41-77\",\"seats\":2}");
        TestClient head = TestClient.as("gm", port);
        String reveal = "/api/customers/" + id + "/more/" + fields.name("secret") + "/reveal";

        Answer masked = head.get("/api/customers/" + id);
        assertThat(masked.text()).doesNotContain("41-77");
        assertThat(masked.json().at("/more/maskedFields").valueStream().map(JsonNode::asString))
                .contains(fields.name("secret"));
        assertThat(head.get("/api/audit/events?subject=" + id).text()).doesNotContain("41-77");
        assertThat(clerk.get("/api/audit/events?subject=" + id).text()).doesNotContain("41-77");

        Answer revealed = clerk.post(reveal, body().put("reason", "核对"));
        assertThat(revealed.json().path("value").asString()).isEqualTo("41-77");
        assertThat(
                        clerk.post(reveal.replace("secret", "seats"), body().put("reason", "x"))
                                .status())
                .isEqualTo(404);

        ruleOfManager("HIDDEN");
        Answer hidden = head.get("/api/customers/" + id);
        assertThat(hidden.json().at("/more/values").has(fields.name("secret"))).isFalse();
        assertThat(hidden.json().at("/more/hiddenFields").valueStream().map(JsonNode::asString))
                .contains(fields.name("secret"));
        assertThat(head.post(reveal, body()).status()).isEqualTo(403);
    }

    @Test
    void confirmsNoGuessOfASensitiveValue() {
        defineSome();
        TestClient sales = TestClient.as("sales", port);
        Answer created = sales.post("/api/customers", customer("{\"secret\":\"4417\"}"));
        ObjectNode guess = body();
        guess.set("more", more("{\"secret\":\"4417\"}"));
        ObjectNode other = body();
        other.set("more", more("{\"seats\":5}"));

        assertThat(created.text()).doesNotContain("4417");
        assertThat(sales.patch("/api/customers/" + created.id(), guess, "If-Match", "\"0\"").slug())
                .isEqualTo("custom-field-not-yours");
        assertThat(
                        sales.patch("/api/customers/" + created.id(), other, "If-Match", "\"0\"")
                                .status())
                .isEqualTo(200);
        assertThat(values(clerk, created.id()).path(fields.name("secret")).asString())
                .isEqualTo("4417");
    }

    @Test
    void keepsValuesOfContacts() {
        DefinedFields own = new DefinedFields(administrator, "contact", RUN);
        own.field("wechat", "TEXT sensitive").field("size", "CHOICE", "s", "m").define();
        String customer = registered("{}");
        ObjectNode contact = body().put("name", "王雅琴").put("role", "BUYER");
        contact.putObject("more").put(own.name("wechat"), "wyq-1").put(own.name("size"), "m");

        Answer added = clerk.post("/api/customers/" + customer + "/contacts", contact);
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        ObjectNode patch = body();
        patch.putObject("more").put(own.name("size"), "xl");
        String at = "/api/contacts/" + added.id();
        Answer refused = clerk.patch(at, patch, "If-Match", "\"0\"");
        ((ObjectNode) patch.path("more")).put(own.name("size"), "s");
        Answer changed = clerk.patch(at, patch, "If-Match", "\"0\"");
        own.withdrawAll();

        assertThat(refused.json().at("/fields/0/slug").asString()).isEqualTo("unknown-option");
        assertThat(changed.json().at("/more/values/" + own.name("size")).asString()).isEqualTo("s");
        assertThat(changed.json().at("/more/values/" + own.name("wechat")).asString())
                .isEqualTo("wyq-1");
        Answer masked = TestClient.as("gm", port).get("/api/customers/" + customer + "/contacts");
        assertThat(masked.text()).contains("王雅琴").doesNotContain("wyq-1");
        assertThat(
                        clerk.post(at + "/more/" + own.name("wechat") + "/reveal", body())
                                .json()
                                .path("value")
                                .asString())
                .isEqualTo("wyq-1");
    }

    @Test
    void letsOnlyAdministratorsDefineAndOnlyOnWhatTheySaw() {
        defineSome();
        Answer seen = clerk.get("/api/record-types/customer/fields");
        ObjectNode same = body();
        same.set("fields", seen.json().path("fields"));
        String path = "/api/record-types/customer/fields";

        assertThat(clerk.put(path, same, "If-Match", seen.header("ETag").orElseThrow()).status())
                .isEqualTo(403);
        assertThat(administrator.put(path, same, "If-Match", "\"0\"").slug())
                .isEqualTo("stale-version");
        assertThat(administrator.put(path, same).status()).isEqualTo(428);
        assertThat(administrator.get("/api/record-types/nothing/fields").status()).isEqualTo(404);
        same.putArray("fields");
        assertThat(
                        administrator
                                .put(path, same, "If-Match", seen.header("ETag").orElseThrow())
                                .json()
                                .at("/fields/0/slug")
                                .asString())
                .isEqualTo("missing");
    }

    @Test
    void givesFilesOnlyToWhomTheRecordShows() {
        defineSome();
        String upload = "/api/custom-files?type=customer&field=";
        byte[] bytes = "%PDF-1.7 x".getBytes(StandardCharsets.UTF_8);
        String waiting = clerk.upload(upload + fields.name("paper"), "a.pdf", bytes).id();
        TestClient sales = TestClient.as("sales", port);

        assertThat(sales.get("/api/custom-files/" + waiting + "/content").status()).isEqualTo(404);
        assertThat(
                        sales.post(
                                        "/api/customers",
                                        customer("{\"paper\":[\"%s\"]}".formatted(waiting)))
                                .json()
                                .at("/fields/0/slug")
                                .asString())
                .isEqualTo("unknown-file");
        assertThat(clerk.upload(upload + fields.name("seats"), "a.pdf", bytes).status())
                .isEqualTo(404);
        assertThat(clerk.delete("/api/custom-files/" + waiting).status()).isEqualTo(204);
        assertThat(clerk.get("/api/custom-files/" + waiting + "/content").status()).isEqualTo(404);
    }
}
