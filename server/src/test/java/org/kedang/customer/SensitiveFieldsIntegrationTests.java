package org.kedang.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.identity.Accounts;
import org.kedang.index.IndexUpkeep;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/** Sensitive fields on every way on which a customer leaves the system. */
@IntegrationTest
class SensitiveFieldsIntegrationTests {
    private static final String ADDRESS = "浙江省绍兴市越城区解放北路358号";

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired IndexUpkeep upkeep;
    @Autowired Accounts accounts;

    private TestClient clerk;
    private TestClient head;
    private String name = "";
    private String phone = "";
    private String account = "";
    private String mail = "";

    @BeforeEach
    void signIn() {
        await(() -> upkeep.health().complete());
        clerk = TestClient.as("clerk", port);
        head = TestClient.as("gm", port);
        String run = Long.toString(ThreadLocalRandom.current().nextLong(10_000_000, 99_999_999));
        name = "敏感" + UUID.randomUUID().toString().substring(0, 8);
        phone = "139" + run;
        account = "62220212020" + run;
        mail = "zhang" + run + "@example.com";
    }

    @AfterEach
    void restoreRules() {
        ruleOfManager("READ", "MASKED");
    }

    private void ruleOfManager(String reach, String numbers) {
        jdbc.sql(
                        """
                        update field_rule set access = case when field in ('ID_NUMBER', 'BANK_ACCOUNT') then :numbers else :reach end
                        where role = 'GENERAL_MANAGER'
                        """)
                .param("reach", reach)
                .param("numbers", numbers)
                .update();
        accounts.forgetAll(); // rights are kept for a second
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier done) {
        Instant end = Instant.now().plusSeconds(30);
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).as("patience").isBefore(end);
            pause(Duration.ofMillis(20));
        }
    }

    private ObjectNode customer() {
        return body().put("type", "ORGANISATION")
                .put("name", name)
                .put("phone", phone)
                .put("mail", mail)
                .put("address", ADDRESS)
                .put("bankName", "中国农业银行绍兴分行")
                .put("bankAccount", account)
                .put("acceptDuplicates", true);
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private List<String> ids(Answer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void assertNothingClear(Answer answer) {
        assertThat(answer.text()).doesNotContain(phone, account, mail, "解放北路");
    }

    @Test
    void showsEachReaderWhatHisRolesAllow() {
        String at = "/api/customers/" + clerk.post("/api/customers", customer()).id();

        JsonNode whole = clerk.get(at).json();
        JsonNode masked = head.get(at).json();

        assertThat(whole.path("bankAccount").asString()).isEqualTo(account);
        assertThat(names(whole.path("maskedFields"))).isEmpty();
        assertThat(masked.path("phone").asString()).isEqualTo(phone);
        assertThat(masked.path("bankAccount").asString())
                .isEqualTo("**** **** **** " + account.substring(account.length() - 4));
        assertThat(names(masked.path("maskedFields"))).containsExactly("idNumber", "bankAccount");
        assertThat(names(masked.path("readOnlyFields")))
                .containsExactly("phone", "mail", "address");
        assertThat(masked.path("bankName").asString()).isEqualTo("中国农业银行绍兴分行");
    }

    @Test
    void masksOnEveryWay() {
        String id = clerk.post("/api/customers", customer()).id();
        await(() -> ids(clerk.get("/api/customers?q=" + name)).contains(id));
        ruleOfManager("MASKED", "MASKED");

        List<Answer> answers =
                List.of(
                        head.get("/api/customers/" + id),
                        head.get("/api/customers?size=200"),
                        head.get("/api/customers?q=" + name),
                        head.get("/api/customers?q=" + phone),
                        head.get("/api/search?q=" + name),
                        head.get("/api/search?q=" + phone),
                        head.get("/api/audit/events?subject=" + id),
                        head.get("/api/customers/duplicates?phone=" + phone));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(answers).allSatisfy(this::assertNothingClear);
        assertThat(answers.getFirst().json().path("phone").asString())
                .isEqualTo("139****" + phone.substring(7));
    }

    @Test
    void findsMaskedPhonesOnlyByTheWholeNumber() {
        String id = clerk.post("/api/customers", customer()).id();
        await(() -> ids(clerk.get("/api/search?q=" + phone.substring(2))).contains(id));
        ruleOfManager("MASKED", "MASKED");

        for (int length = 4; length < phone.length(); length++) {
            assertThat(ids(head.get("/api/search?q=" + phone.substring(0, length))))
                    .doesNotContain(id);
            assertThat(
                            ids(
                                    head.get(
                                            "/api/customers?q="
                                                    + phone.substring(phone.length() - length))))
                    .doesNotContain(id);
        }
        assertThat(ids(head.get("/api/search?q=" + phone))).containsExactly(id);
        assertThat(ids(head.get("/api/customers?q=" + phone))).containsExactly(id);
        assertThat(head.get("/api/customers?sort=phone").slug()).isEqualTo("unknown-sort-field");
    }

    @Test
    void neverAnswersByWhatIsHidden() {
        String id = clerk.post("/api/customers", customer()).id();
        await(() -> ids(clerk.get("/api/search?q=" + phone)).contains(id));
        ruleOfManager("HIDDEN", "HIDDEN");

        JsonNode seen = head.get("/api/customers/" + id).json();

        assertThat(seen.has("phone")).isFalse();
        assertThat(seen.has("bankAccount")).isFalse();
        assertThat(names(seen.path("hiddenFields")))
                .containsExactly("phone", "idNumber", "bankAccount", "mail", "address");
        assertThat(ids(head.get("/api/search?q=" + phone))).isEmpty();
        assertThat(ids(head.get("/api/customers?q=" + phone))).isEmpty();
        assertThat(head.get("/api/customers/duplicates?phone=" + phone).json().at("/candidates"))
                .isEmpty();
        assertThat(
                        head.post("/api/customers/" + id + "/reveal", body().put("field", "phone"))
                                .slug())
                .isEqualTo("field-not-yours");
        assertThat(head.get("/api/audit/events?subject=" + id).text()).doesNotContain("139****");
    }

    @Test
    void leavesMaskedValuesAloneWhenOthersAreChanged() {
        TestClient sales = TestClient.as("sales", port);
        Answer created = sales.post("/api/customers", customer());
        String at = "/api/customers/" + created.id();
        assertThat(created.json().path("bankAccount").asString()).startsWith("****");

        Answer changed = sales.patch(at, body().put("shortName", "短"), "If-Match", "\"0\"");

        assertThat(changed.status()).isEqualTo(200);
        assertNothingClearOf(changed, account);
        assertThat(clerk.get(at).json().path("bankAccount").asString()).isEqualTo(account);
    }

    private static void assertNothingClearOf(Answer answer, String value) {
        assertThat(answer.text()).doesNotContain(value);
    }

    @Test
    void refusesToChangeOrGuessAFieldThatIsNotOnes() {
        TestClient sales = TestClient.as("sales", port);
        String at = "/api/customers/" + sales.post("/api/customers", customer()).id();

        Answer other =
                sales.patch(
                        at,
                        body().put("shortName", "改").put("bankAccount", "6222000011112222"),
                        "If-Match",
                        "\"0\"");
        Answer guess = sales.patch(at, body().put("bankAccount", account), "If-Match", "\"0\"");
        Answer emptied =
                sales.patch(at, (ObjectNode) body().putNull("bankAccount"), "If-Match", "\"0\"");

        assertThat(List.of(other, guess, emptied))
                .allSatisfy(
                        answer -> {
                            assertThat(answer.status()).isEqualTo(403);
                            assertThat(answer.slug()).isEqualTo("field-not-yours");
                        });
        JsonNode kept = clerk.get(at).json();
        assertThat(kept.path("bankAccount").asString()).isEqualTo(account);
        assertThat(kept.has("shortName")).isFalse();
        assertThat(kept.path("version").asLong()).isZero();
    }

    @Test
    void masksTheStateThatAStaleSaveIsShown() {
        TestClient sales = TestClient.as("sales", port);
        String at = "/api/customers/" + sales.post("/api/customers", customer()).id();
        sales.patch(at, body().put("shortName", "甲"), "If-Match", "\"0\"");

        Answer stale = sales.patch(at, body().put("shortName", "乙"), "If-Match", "\"0\"");

        assertThat(stale.slug()).isEqualTo("stale-version");
        assertThat(stale.json().at("/current/shortName").asString()).isEqualTo("甲");
        assertThat(stale.json().at("/current/bankAccount").asString()).startsWith("****");
        assertNothingClearOf(stale, account);
    }

    @Test
    void keepsNoSensitiveValueInTheLog() {
        String id = clerk.post("/api/customers", customer()).id();
        String changed = "139" + phone.substring(3, 4) + "000" + phone.substring(7);
        clerk.patch("/api/customers/" + id, body().put("phone", changed), "If-Match", "\"0\"");

        String stored =
                jdbc.sql(
                                "select string_agg(changes::text, ' ') from audit_event where"
                                        + " subject_id = :id")
                        .param("id", UUID.fromString(id))
                        .query(String.class)
                        .single();

        assertThat(stored).doesNotContain(phone, changed, account, mail, "解放北路");
        assertThat(stored).contains("139****", "z***@example.com", "浙江省绍兴市越城区***");
        assertThat(clerk.get("/api/audit/events?subject=" + id).json().at("/items/0/changes"))
                .as("a change that the mask does not show")
                .anySatisfy(
                        change -> assertThat(change.path("field").asString()).isEqualTo("phone"));
    }

    @Test
    void revealsOneFieldAndKeepsItInTheLogFirst() {
        String id = clerk.post("/api/customers", customer()).id();
        String at = "/api/customers/" + id + "/reveal";

        Answer shown = head.post(at, body().put("field", "bankAccount").put("reason", "核对付款"));

        assertThat(shown.json().path("value").asString()).isEqualTo(account);
        assertThat(shown.header("Cache-Control")).contains("no-store");
        JsonNode event = clerk.get("/api/audit/events?subject=" + id).json().at("/items/0");
        assertThat(event.path("act").asString()).isEqualTo("customer.revealed");
        assertThat(event.path("reason").asString()).isEqualTo("核对付款");
        assertThat(event.at("/changes/0/field").asString()).isEqualTo("bankAccount");
        assertThat(event.toString()).doesNotContain(account);
        assertThat(head.post(at, body().put("field", "spoon")).slug()).isEqualTo("invalid-input");
    }

    @Test
    void revealsNothingOfWhatIsOutOfReach() {
        String id = clerk.post("/api/customers", customer()).id();
        ObjectNode wish = body().put("field", "bankAccount");

        Answer unseen = TestClient.as("sales", port).post("/api/customers/" + id + "/reveal", wish);
        Answer unknown =
                TestClient.as("sales", port)
                        .post("/api/customers/" + UUID.randomUUID() + "/reveal", wish);

        assertThat(unseen.status()).isEqualTo(404);
        assertThat(unseen.text()).isEqualTo(unknown.text().replaceAll("[0-9a-f-]{36}", id));
        assertThat(
                        TestClient.as("secadmin", port)
                                .post("/api/customers/" + id + "/reveal", wish)
                                .slug())
                .isEqualTo("not-permitted");
    }

    @Test
    void narrowsAtOnceAndWidensOnlyWithASecondPerson() {
        TestClient officer = TestClient.as("secadmin", port);
        Answer narrowed = rule(officer, "mail", "MASKED");
        Answer widened = rule(officer, "mail", "EDIT");

        assertThat(narrowed.status()).isEqualTo(204);
        assertThat(widened.status()).isEqualTo(409);
        assertThat(widened.slug()).isEqualTo("second-person-needed");
        assertThat(officer.get("/api/field-rules").json().path("items").toString())
                .contains("\"role\":\"GENERAL_MANAGER\"");
        assertThat(rule(TestClient.as("head", port), "mail", "HIDDEN").slug())
                .isEqualTo("not-permitted");
        assertThat(
                        TestClient.as("auditor", port)
                                .get("/api/audit/events?act=role.field-rules-changed")
                                .json()
                                .path("total")
                                .asInt())
                .isPositive();
    }

    private static Answer rule(TestClient client, String field, String access) {
        ObjectNode request = body().put("reason", "最小授权");
        request.putArray("fields").addObject().put("field", field).put("access", access);
        return client.put("/api/field-rules/GENERAL_MANAGER", request);
    }
}
