package org.kedang.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.customer.CustomerContents;
import org.kedang.customer.DeletingCustomer;
import org.kedang.identity.Accounts;
import org.kedang.index.IndexUpkeep;
import org.kedang.kernel.ChinaTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

@IntegrationTest
class SearchIntegrationTests {
    @LocalServerPort int port;
    @Autowired IndexUpkeep upkeep;
    @Autowired JdbcClient jdbc;
    @Autowired Accounts accounts;
    @Autowired TransactionTemplate transaction;
    @Autowired DeletingCustomer deleting;
    @Autowired List<CustomerContents> contents;

    private TestClient clerk;

    @BeforeEach
    void signIn() {
        await(Duration.ofSeconds(30), () -> upkeep.health().complete());
        clerk = TestClient.as("clerk", port);
    }

    static void await(Duration patience, BooleanSupplier done) {
        Instant end = Instant.now().plus(patience);
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).as("patience").isBefore(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer search(TestClient client, String typed) {
        return client.get("/api/search?q=" + encoded(typed));
    }

    private List<String> ids(Answer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private void awaitFound(TestClient client, String typed, String id) {
        await(Duration.ofSeconds(10), () -> ids(search(client, typed)).contains(id));
    }

    private static ObjectNode organisation(String name) {
        return body().put("type", "ORGANISATION").put("name", name).put("acceptDuplicates", true);
    }

    /** Letters that no other test types. */
    private static String mark() {
        return UUID.randomUUID().toString().replaceAll("[^a-f0-9]", "").substring(0, 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "长沙绿地银行大厦有限公司",
                "绿地银行",
                "厦有",
                "changshalvdi",
                "ludiyinhang",
                "yinhangdash",
                "csldyh",
                "ldyh",
                "長沙綠地銀行",
                "长绿大厦",
                "旧名重庆商行",
                "chongqingshang",
                "13857512345",
                "5751-2345",
                "湘绿地"
            })
    void findsACustomerByAnyOfItsNames(String typed) {
        ObjectNode customer =
                organisation("长沙绿地银行大厦有限公司").put("shortName", "长绿大厦").put("phone", "138 5751 2345");
        customer.putArray("formerNames").add("旧名重庆商行").add("湘绿地");
        String id = clerk.post("/api/customers", customer).id();

        awaitFound(clerk, typed, id);
        assertThat(ids(clerk.get("/api/customers?size=200&q=" + encoded(typed)))).contains(id);
    }

    private String customerWith(String name, ObjectNode contact) {
        String id = clerk.post("/api/customers", organisation(name)).id();
        Answer added =
                clerk.post("/api/customers/" + id + "/contacts", contact.put("role", "BUYER"));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return id;
    }

    private static ObjectNode contact(String name) {
        return body().put("name", name);
    }

    @Test
    void findsACustomerByThePeopleThere() {
        String mail = "zfh" + mark() + "@example.com";
        String other = mark();
        String id =
                customerWith(
                        "某" + mark(),
                        contact("张芳华" + other)
                                .put("mobile", "+86 139-5751-9876")
                                .put("mail", mail));
        awaitFound(clerk, "张芳华" + other, id);

        for (String typed :
                List.of(
                        "芳华" + other,
                        "zhangfanghua " + other,
                        "zfh" + other,
                        "1395751 芳华" + other,
                        "13957519876 " + other,
                        mail,
                        mail.substring(0, mail.indexOf('@') + 2).toUpperCase(Locale.ROOT))) {
            assertThat(ids(search(clerk, typed))).as(typed).containsExactly(id);
            assertThat(ids(clerk.get("/api/customers?q=" + encoded(typed)))).as(typed).contains(id);
        }
        JsonNode highlight = search(clerk, "芳华" + other).json().at("/items/0/highlights/0");
        assertThat(highlight.path("field").asString()).isEqualTo("contact");
        assertThat(highlight.path("parts").toString())
                .contains("\"text\":\"张\",\"hit\":false")
                .contains("\"text\":\"芳华" + other + "\",\"hit\":true");
        assertThat(ids(search(TestClient.as("sales", port), "芳华" + other))).isEmpty();
    }

    @Test
    void findsByACompleteNumberOnlyIfNumbersAreMaskedAndByNoneIfHidden() {
        TestClient head = TestClient.as("gm", port);
        String mark = mark();
        String mail = mark + "@example.com";
        String id =
                customerWith(
                        "某" + mark,
                        contact("周" + mark).put("mobile", "13957510000").put("mail", mail));
        awaitFound(head, "周" + mark, id);
        String part = mark + " 395751";
        String whole = mark + " 13957510000";
        try {
            rulesOfManager("MASKED");
            assertThat(ids(search(head, "周" + mark))).containsExactly(id);
            assertThat(search(head, "周" + mark).text()).doesNotContain("13957510000", mail);
            assertThat(ids(search(head, part))).isEmpty();
            assertThat(ids(search(head, mark + "@exam"))).isEmpty();
            assertThat(ids(search(head, whole))).containsExactly(id);
            assertThat(ids(search(head, mail))).containsExactly(id);

            rulesOfManager("HIDDEN");
            assertThat(ids(search(head, whole))).isEmpty();
            assertThat(ids(search(head, mail))).isEmpty();
            assertThat(ids(search(head, "周" + mark))).containsExactly(id);
        } finally {
            rulesOfManager("READ");
        }
        assertThat(ids(search(head, part))).containsExactly(id);
    }

    private void rulesOfManager(String reach) {
        jdbc.sql(
                        """
                        update field_rule set access = :reach
                        where role = 'GENERAL_MANAGER' and field in ('PHONE', 'MAIL', 'ADDRESS')
                        """)
                .param("reach", reach)
                .update();
        accounts.forgetAll(); // rights are kept for a second
    }

    @Test
    void forgetsWhoHasLeftAndFollowsTheCustomer() {
        String mark = mark();
        String id = customerWith("某" + mark, contact("吴走" + mark));
        clerk.post("/api/customers/" + id + "/contacts", contact("郑留" + mark).put("role", "USER"));
        awaitFound(clerk, "郑留" + mark, id);
        JsonNode left = clerk.get("/api/customers/" + id + "/contacts").json().at("/items/0");
        assertThat(left.path("name").asString()).isEqualTo("吴走" + mark);

        clerk.patch(
                "/api/contacts/" + left.path("id").asString(),
                body().put("leftOn", LocalDate.now(ChinaTime.ZONE).toString()),
                "If-Match",
                "\"0\"");
        await(Duration.ofSeconds(10), () -> ids(search(clerk, "吴走" + mark)).isEmpty());
        clerk.patch("/api/customers/" + id, body().put("note", "改"), "If-Match", "\"0\"");
        clerk.patch("/api/customers/" + id, body().put("name", "新" + mark), "If-Match", "\"1\"");
        awaitFound(clerk, "新" + mark, id);
        assertThat(ids(search(clerk, "郑留" + mark))).containsExactly(id);

        transaction.executeWithoutResult(
                status -> {
                    contents.forEach(one -> one.erase(UUID.fromString(id)));
                    deleting.erase(UUID.fromString(id));
                });
        await(Duration.ofSeconds(10), () -> ids(search(clerk, mark)).isEmpty());
        assertThat(ids(search(clerk, "郑留" + mark))).isEmpty();
    }

    @Test
    void findsByNumberAndCreditCodeAndNotByFewDigits() {
        String name = "编号" + mark();
        Answer created =
                clerk.post("/api/customers", organisation(name).put("phone", "057585131272"));
        String number =
                clerk.get("/api/customers/" + created.id()).json().path("number").asString();

        awaitFound(clerk, number, created.id());
        assertThat(ids(search(clerk, number)).getFirst()).isEqualTo(created.id());
        // neither in its name nor in its number by chance
        String few =
                Stream.of("131", "312", "127", "272")
                        .filter(digits -> !(name + number).contains(digits))
                        .findFirst()
                        .orElseThrow();
        assertThat(ids(search(clerk, name + " " + few))).isEmpty();
        assertThat(ids(search(clerk, name + " 1312"))).containsExactly(created.id());
    }

    @Test
    void isFoundWithinASecondOfTheCommit() {
        for (int i = 0; i < 5; i++) {
            String name = "一秒" + mark();
            String id = clerk.post("/api/customers", organisation(name)).id();
            await(Duration.ofSeconds(1), () -> ids(search(clerk, name)).contains(id));
        }
    }

    @Test
    void putsTheWholeNameFirstThenBeginningsThenParts() {
        String mark = mark();
        String part = clerk.post("/api/customers", organisation("浙江" + mark + "公司")).id();
        String beginning = clerk.post("/api/customers", organisation(mark + "公司")).id();
        String whole = clerk.post("/api/customers", organisation(mark)).id();
        for (String each : List.of(part, beginning, whole)) {
            awaitFound(clerk, mark, each);
        }

        assertThat(ids(search(clerk, mark))).containsExactly(whole, beginning, part);
        assertThat(ids(clerk.get("/api/customers?q=" + mark)))
                .containsExactly(whole, beginning, part);
    }

    @Test
    void narrowsAndSortsTheListOfCustomers() {
        String mark = mark();
        String b =
                clerk.post(
                                "/api/customers",
                                organisation("北方" + mark)
                                        .put("kind", "KEY")
                                        .put("regionCode", "330602"))
                        .id();
        String a =
                clerk.post(
                                "/api/customers",
                                organisation("安徽" + mark).put("kind", "KEY").put("grade", "A"))
                        .id();
        String g =
                clerk.post(
                                "/api/customers",
                                organisation("广东" + mark)
                                        .put("size", "MICRO")
                                        .put("nature", "PRIVATE")
                                        .put("source", "TENDER")
                                        .put("cooperatingSince", "2019-05-06")
                                        .put("kind", "GENERAL")
                                        .put("regionCode", "330602"))
                        .id();
        awaitFound(clerk, mark, g);
        String list = "/api/customers?q=" + mark;

        assertThat(ids(clerk.get(list + "&sort=name"))).containsExactly(a, b, g);
        assertThat(ids(clerk.get(list + "&sort=-name"))).containsExactly(g, b, a);
        assertThat(ids(clerk.get(list + "&sort=createdAt"))).containsExactly(b, a, g);
        assertThat(ids(clerk.get(list + "&sort=grade"))).startsWith(a).hasSize(3);
        assertThat(ids(clerk.get(list + "&kind=KEY&sort=name"))).containsExactly(a, b);
        assertThat(ids(clerk.get(list + "&regionCode=330000&kind=KEY"))).containsExactly(b);
        assertThat(ids(clerk.get(list + "&createdFrom=2999-01-01"))).isEmpty();
        assertThat(ids(clerk.get(list + "&createdFrom=2000-01-01&createdTo=2999-01-01")))
                .hasSize(3);
        for (String traits :
                List.of(
                        "&companySize=MICRO",
                        "&nature=PRIVATE",
                        "&source=TENDER",
                        "&cooperatingFrom=2019-05-06&cooperatingTo=2019-05-06")) {
            assertThat(ids(clerk.get(list + traits))).as(traits).containsExactly(g);
            assertThat(ids(clerk.get("/api/customers?size=200" + traits)))
                    .as(traits)
                    .contains(g)
                    .doesNotContain(a, b);
        }
        JsonNode page = clerk.get(list + "&size=2&page=2&sort=name").json();
        assertThat(page.path("total").asInt()).isEqualTo(3);
        assertThat(page.at("/items/0/id").asString()).isEqualTo(g);
        assertThat(clerk.get(list + "&sort=phone").slug()).isEqualTo("unknown-sort-field");
    }

    @Test
    void followsARename() {
        String before = "甲" + mark();
        String after = "乙" + mark();
        String id = clerk.post("/api/customers", organisation(before)).id();
        awaitFound(clerk, before, id);

        clerk.patch("/api/customers/" + id, body().put("name", after), "If-Match", "\"0\"");

        awaitFound(clerk, after, id);
        assertThat(ids(search(clerk, before))).isEmpty();
    }

    @Test
    void tellsNothingOfWhatTheAskerMayNotSee() {
        String mark = mark();
        TestClient sales = TestClient.as("sales", port);
        String hidden =
                clerk.post("/api/customers", organisation("密" + mark).put("shortName", "短" + mark))
                        .id();
        String shown = sales.post("/api/customers", organisation("明" + mark)).id();
        awaitFound(clerk, mark, hidden);
        awaitFound(sales, mark, shown);

        Answer answer = search(sales, mark);

        assertThat(ids(answer)).containsExactly(shown);
        assertThat(answer.json().path("total").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/counts/CUSTOMER").asInt()).isEqualTo(1);
        assertThat(answer.text()).doesNotContain("密" + mark).doesNotContain("短" + mark);
        assertThat(clerk.get("/api/customers?q=" + mark).json().path("total").asInt()).isEqualTo(2);
        JsonNode list = sales.get("/api/customers?q=" + mark).json();
        assertThat(list.path("total").asInt()).isEqualTo(1);
    }

    @Test
    void doesNotLeakThroughAnIndexThatIsBehind() {
        String mark = mark();
        TestClient sales = TestClient.as("sales", port);
        String id = sales.post("/api/customers", organisation("移交" + mark)).id();
        awaitFound(sales, mark, id);

        // behind the index's back: another department's from now on
        jdbc.sql(
                        """
                        update customer set owner_id = (select id from person where user_name = 'clerk'),
                          department_id = (select department_id from person where user_name = 'clerk') where id = :id
                        """)
                .param("id", UUID.fromString(id))
                .update();

        Answer answer = search(sales, mark);
        assertThat(ids(answer)).isEmpty();
        assertThat(answer.json().path("total").asInt()).isZero();
        assertThat(answer.json().at("/counts/CUSTOMER").asInt()).isZero();
        assertThat(sales.get("/api/customers?q=" + mark).json().path("total").asInt()).isZero();
    }

    @Test
    void showsWhereTheWordsStand() {
        String mark = mark();
        String id = clerk.post("/api/customers", organisation("<b>鉴湖</b>" + mark)).id();
        awaitFound(clerk, "鉴湖 " + mark, id);

        JsonNode highlights = search(clerk, "鉴湖 " + mark).json().at("/items/0/highlights");

        assertThat(highlights.at("/0/field").asString()).isEqualTo("name");
        assertThat(highlights.at("/0/parts").toString())
                .contains("\"text\":\"<b>\",\"hit\":false")
                .contains("\"text\":\"鉴湖\",\"hit\":true");
    }

    @Test
    void refusesEmptyAndForbiddenWords() {
        assertThat(clerk.get("/api/search?q=").slug()).isEqualTo("invalid-input");
        assertThat(clerk.get("/api/search").slug()).isEqualTo("invalid-input");
        assertThat(clerk.get("/api/search?q=%20").slug()).isEqualTo("invalid-input");
        assertThat(clerk.get("/api/search?q=a%00b").slug()).isEqualTo("invalid-input");
        assertThat(clerk.get("/api/search?q=" + "x".repeat(201)).slug()).isEqualTo("invalid-input");
        assertThat(clerk.get("/api/search?q=x&type=SPOON").slug()).isEqualTo("invalid-input");
        assertThat(clerk.get("/api/search?q=x&page=-1").slug()).isEqualTo("page-out-of-range");
        assertThat(ids(search(clerk, "()&&:*?~\"[]"))).isEmpty();
    }

    @Test
    void isClosedToAdministratorsAndStrangers() {
        assertThat(search(TestClient.as("sysadmin", port), "公司").slug()).isEqualTo("not-permitted");
        assertThat(search(TestClient.at(port), "公司").slug()).isEqualTo("not-signed-in");
        assertThat(clerk.post("/api/search/rebuild", body()).slug()).isEqualTo("not-permitted");
    }

    @Test
    void keepsEachSearchInTheLog() {
        String words = "查" + mark();
        search(clerk, words);

        JsonNode events =
                TestClient.as("auditor", port)
                        .get("/api/audit/events?act=search.done&size=50")
                        .json();

        assertThat(events.path("items").toString()).contains(words);
    }

    @Test
    void isTheSameAfterBuildingAnew() {
        String mark = mark();
        for (int i = 0; i < 5; i++) {
            clerk.post("/api/customers", organisation("重建" + i + mark));
        }
        await(Duration.ofSeconds(5), () -> ids(search(clerk, mark)).size() == 5);
        Answer before = search(clerk, mark);
        // what was never told to the index is in it only when it is built anew
        jdbc.sql("update customer set short_name = :mark where name like :name")
                .param("mark", "补" + mark)
                .param("name", "重建0" + mark)
                .update();
        assertThat(ids(search(clerk, "补" + mark))).isEmpty();
        String withPeople = customerWith("带人" + mark, contact("冯旧" + mark));
        awaitFound(clerk, "冯旧" + mark, withPeople);
        jdbc.sql("update contact set name = :name where customer_id = :customer")
                .param("name", "冯新" + mark)
                .param("customer", UUID.fromString(withPeople))
                .update();
        before = search(clerk, mark);

        Answer started = TestClient.as("sysadmin", port).post("/api/search/rebuild", body());
        assertThat(started.status()).isEqualTo(202);
        assertThat(started.json().path("state").asString()).isEqualTo("REBUILDING");
        await(Duration.ofSeconds(60), () -> upkeep.health().complete());

        assertThat(ids(search(clerk, mark))).containsExactlyInAnyOrderElementsOf(ids(before));
        assertThat(ids(search(clerk, "补" + mark))).hasSize(1);
        assertThat(ids(search(clerk, "冯新" + mark))).containsExactly(withPeople);
        assertThat(ids(search(clerk, "冯旧" + mark))).isEmpty();
        String later = clerk.post("/api/customers", organisation("重建后" + mark)).id();
        awaitFound(clerk, mark, later);
    }
}
