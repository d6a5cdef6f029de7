package org.kedang.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

@IntegrationTest
class CustomerIntegrationTests {
    @LocalServerPort int port;

    private TestClient clerk;

    @BeforeEach
    void signIn() {
        clerk = TestClient.as("clerk", port);
    }

    private static ObjectNode organisation(String name) {
        return body().put("type", "ORGANISATION").put("name", name);
    }

    private static String fresh(String name) {
        return name + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void registersAndReads() {
        String name = fresh("绍兴鉴湖酿酒");
        Answer created =
                clerk.post(
                        "/api/customers",
                        organisation(name)
                                .put("regionCode", "330602")
                                .put("industryCode", "C")
                                .put("kind", "KEY"));

        assertThat(created.status()).isEqualTo(201);
        Answer read = clerk.get(created.header("Location").orElseThrow());
        assertThat(read.json().path("name").asString()).isEqualTo(name);
        assertThat(read.json().path("regionName").asString()).isEqualTo("浙江省绍兴市越城区");
        assertThat(read.json().path("number").asString()).matches("C\\d{8}");
        assertThat(read.header("ETag")).contains("\"0\"");
        Answer events = clerk.get("/api/audit/events?subject=" + created.id());
        assertThat(events.json().path("items").toString())
                .contains("customer.registered", "customer.read");
    }

    @Test
    void keepsAllOrNothingOfAStaleSave() {
        Answer created = clerk.post("/api/customers", organisation(fresh("客户")));
        String at = "/api/customers/" + created.id();

        Answer first = clerk.patch(at, body().put("shortName", "甲"), "If-Match", "\"0\"");
        Answer stale = clerk.patch(at, body().put("shortName", "乙"), "If-Match", "\"0\"");

        assertThat(first.status()).isEqualTo(200);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.slug()).isEqualTo("stale-version");
        assertThat(stale.json().at("/current/shortName").asString()).isEqualTo("甲");
        assertThat(clerk.patch(at, body().put("shortName", "丙")).status()).isEqualTo(428);
        assertThat(clerk.get(at).json().path("shortName").asString()).isEqualTo("甲");
    }

    @Test
    void clearsAFieldThatIsPatchedToNull() {
        Answer created = clerk.post("/api/customers", organisation(fresh("客户")).put("note", "备注"));
        ObjectNode patch = body();
        patch.putNull("note");

        Answer changed = clerk.patch("/api/customers/" + created.id(), patch, "If-Match", "\"0\"");

        assertThat(changed.json().has("note")).isFalse();
    }

    @Test
    void warnsOfALikelySameCustomer() {
        String name = fresh("浙江越州纺织");
        clerk.post("/api/customers", organisation(name + "有限公司"));

        Answer again = clerk.post("/api/customers", organisation(name + "（有限责任公司）"));
        Answer anyway =
                clerk.post(
                        "/api/customers",
                        organisation(name + "（有限责任公司）").put("acceptDuplicates", true));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.slug()).isEqualTo("possible-duplicate");
        assertThat(again.json().at("/candidates/0/name").asString()).isEqualTo(name + "有限公司");
        assertThat(anyway.status()).isEqualTo(201);
    }

    @Test
    void letsOnlyOneOfEightRegisterTheSameAtOnce() throws Exception {
        String name = fresh("同时登记");
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> one = () -> clerk.post("/api/customers", organisation(name)).status();
            List<Integer> answers =
                    people.invokeAll(IntStream.range(0, 8).mapToObj(i -> one).toList()).stream()
                            .map(Future::resultNow)
                            .sorted()
                            .toList();

            assertThat(answers).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        }
    }

    @Test
    void hidesCustomersOfOtherDepartments() {
        Answer ofRecords = clerk.post("/api/customers", organisation(fresh("档案室客户")));
        TestClient sales = TestClient.as("sales", port);
        Answer ofSales = sales.post("/api/customers", organisation(fresh("销售客户")));

        assertThat(sales.get("/api/customers/" + ofRecords.id()).status()).isEqualTo(404);
        assertThat(
                        sales.patch(
                                        "/api/customers/" + ofRecords.id(),
                                        body().put("note", "x"),
                                        "If-Match",
                                        "\"0\"")
                                .status())
                .isEqualTo(404);
        assertThat(sales.get("/api/customers?size=200").text())
                .contains(ofSales.id())
                .doesNotContain(ofRecords.id());
        assertThat(sales.get("/api/audit/events?subject=" + ofRecords.id()).status())
                .isEqualTo(404);
        assertThat(TestClient.as("head", port).get("/api/customers/" + ofSales.id()).status())
                .isEqualTo(200);
        assertThat(TestClient.as("sysadmin", port).get("/api/customers/" + ofSales.id()).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "creditCode, 91110000100000589B, wrong-check-digit",
        "name, '', required",
        "name, 'a\u0000b', forbidden-character",
        "name, 'a\u202Eb', forbidden-character",
        "idNumber, 11010519491231002X, not-for-organisation",
        "regionCode, 999999, invalid-choice",
        "kind, BEST, invalid-choice",
        "phone, call me, invalid-phone",
        "phone, 138000, invalid-phone",
        "fax, 0575-abc, invalid-phone",
        "web, not a site, invalid-web",
        "regionCode, 110101999, invalid-choice",
        "industryCode, C99, invalid-choice",
        "size, HUGE, invalid-choice",
        "nature, ALIEN, invalid-choice",
        "source, DREAM, invalid-choice",
        "cooperatingSince, 2999-01-01, in-the-future",
        "parentId, 00000000-0000-7000-8000-000000000000, invalid-choice",
        "mail, nowhere, invalid-mail",
        "ownerId, 00000000-0000-7000-8000-000000000000, invalid-choice"
    })
    void refusesBadInputByField(String field, String value, String slug) {
        String marker = fresh("坏输入");
        ObjectNode bad = organisation(marker).put(field, value);

        Answer answer = clerk.post("/api/customers", bad);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.slug()).isEqualTo("invalid-input");
        assertThat(answer.json().at("/fields/0/name").asString()).isEqualTo(field);
        assertThat(answer.json().at("/fields/0/slug").asString()).isEqualTo(slug);
        assertThat(clerk.get("/api/customers?sort=-createdAt&size=5").text())
                .doesNotContain(marker);
    }

    @Test
    void refusesANameOfThreeHundredCharacters() {
        Answer answer = clerk.post("/api/customers", organisation("长".repeat(300)));

        assertThat(answer.json().at("/fields/0/slug").asString()).isEqualTo("too-long");
    }

    @Test
    void keepsMarkupAndSqlAsText() {
        String name = fresh("<b>'; drop table customer;--</b>&amp;");

        Answer created =
                clerk.post(
                        "/api/customers",
                        organisation(name).put("note", "<script>alert(1)</script>"));

        assertThat(clerk.get("/api/customers/" + created.id()).json().path("name").asString())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/customers?sort=password, unknown-sort-field",
        "/api/customers?page=-1, page-out-of-range",
        "/api/customers?page=0, page-out-of-range",
        "/api/customers?size=100000, page-out-of-range",
        "/api/customers?page=99999999999, page-out-of-range",
        "/api/customers?createdFrom=2026-02-30, invalid-input",
        "/api/customers?kind=BEST, invalid-input",
        "/api/customers?ownerId=1%27%20or%201=1, invalid-input"
    })
    void refusesListsThatCannotBe(String path, String slug) {
        Answer answer = clerk.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.slug()).isEqualTo(slug);
    }

    @Test
    void refusesWhatIsNoJson() {
        Answer answer =
                clerk.send(
                        "POST",
                        "/api/customers",
                        java.net.http.HttpRequest.BodyPublishers.ofString("{\"type\":"),
                        "Content-Type",
                        "application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.slug()).isEqualTo("malformed-request");
    }

    @Test
    void refusesABodyOverTheLimit() {
        Answer answer =
                clerk.post("/api/customers", organisation("大").put("note", "x".repeat(1 << 21)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.slug()).isEqualTo("body-too-large");
    }

    @Test
    void sortsAndCounts() {
        clerk.post("/api/customers", organisation(fresh("排序甲")));
        clerk.post("/api/customers", organisation(fresh("排序乙")));

        Answer list = clerk.get("/api/customers?sort=number&size=200");

        List<String> numbers =
                list.json()
                        .path("items")
                        .valueStream()
                        .map(row -> row.path("number").asString())
                        .toList();
        assertThat(numbers)
                .isSorted()
                .hasSize((int) Math.min(200, list.json().path("total").asLong()));
        assertThat(list.json().path("totalIsExact").asBoolean()).isTrue();
    }
}
