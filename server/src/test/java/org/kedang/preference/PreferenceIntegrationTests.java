package org.kedang.preference;

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
import org.kedang.customer.CustomerSummary;
import org.kedang.identity.Accounts;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

@IntegrationTest
class PreferenceIntegrationTests {
    private static final String FOOD = "01930000-0000-7000-8000-000000000002";

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired Accounts accounts;
    @Autowired TransactionTemplate transaction;
    @Autowired PreferenceHints hints;
    @Autowired PreferenceHistory history;
    @Autowired PreferenceContents contents;

    private TestClient sales;
    private String customer = "";
    private String mobile = "";
    private String plate = "";

    @BeforeEach
    void register() {
        sales = TestClient.as("sales", port);
        customer = customerOf(sales);
        int run = ThreadLocalRandom.current().nextInt(10_000, 99_999);
        mobile = "137057" + run;
        plate = "浙D" + run;
    }

    @AfterEach
    void restoreRules() {
        ruleOfManager("READ");
    }

    private void ruleOfManager(String access) {
        jdbc.sql(
                        "update field_rule set access = :access where role = 'GENERAL_MANAGER' and"
                                + " field = 'PHONE'")
                .param("access", access)
                .update();
        accounts.forgetAll();
    }

    private static String customerOf(TestClient who) {
        return who.post(
                        "/api/customers",
                        body().put("type", "ORGANISATION")
                                .put("name", "客史客户" + UUID.randomUUID().toString().substring(0, 8)))
                .id();
    }

    private String at(String what) {
        return "/api/customers/" + customer + "/" + what;
    }

    private static ObjectNode preference(String text, String importance) {
        return body().put("topicId", FOOD).put("text", text).put("importance", importance);
    }

    private Answer made(String what, ObjectNode thing) {
        Answer answer = sales.post(at(what), thing);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private static LocalDate today() {
        return LocalDate.now(ChinaTime.ZONE);
    }

    private Answer identify(TestClient who, String typed) {
        return who.post("/api/identifications", body().put("typed", typed));
    }

    private String contact() {
        return made(
                        "contacts",
                        body().put("name", "周越华").put("role", "DECIDER").put("mobile", mobile))
                .id();
    }

    @Test
    void recognisesByPhonePlateMemberNumberAndName() {
        String contact = contact();
        made("preferences", preference("对花生过敏", "MUST").put("contactId", contact));
        made("identifiers", body().put("kind", "PLATE").put("value", plate));
        String member = "VIP-" + UUID.randomUUID().toString().substring(0, 8);
        made("identifiers", body().put("kind", "MEMBER").put("value", member));

        for (String typed :
                new String[] {
                    "+86 " + mobile.substring(0, 3) + " " + mobile.substring(3),
                    plate.substring(0, 2) + "·" + plate.substring(2),
                    member.toLowerCase(java.util.Locale.ROOT)
                }) {
            Answer found = identify(sales, typed);
            assertThat(found.json().at("/cards/0/customer/id").asString())
                    .as(typed)
                    .isEqualTo(customer);
            assertThat(found.json().at("/cards/0/hints").toString())
                    .contains("对花生过敏", "周越华", "CARE");
        }
        Answer called = identify(sales, mobile);
        assertThat(called.json().at("/cards/0/contact/name").asString()).isEqualTo("周越华");
        assertThat(called.json().at("/cards/0/by").asString()).isEqualTo("PHONE");
        assertThat(identify(sales, "周越华").text()).contains(customer);
        assertThat(called.header("Cache-Control").orElse("")).contains("no-store");
        assertThat(identify(sales, "19900000000").json().path("cards")).isEmpty();
        assertThat(sales.get("/api/audit/events?size=100&subject=" + customer).text())
                .contains("preference.identified", "PLATE")
                .doesNotContain(mobile);
    }

    @Test
    void recognisesNobodyWhoIsNotToBeSeen() {
        TestClient clerk = TestClient.as("clerk", port);
        String hidden = customerOf(clerk);
        clerk.post(
                "/api/customers/" + hidden + "/contacts",
                body().put("name", "看不见").put("role", "OTHER").put("mobile", mobile));
        clerk.post(
                "/api/customers/" + hidden + "/identifiers",
                body().put("kind", "PLATE").put("value", plate));

        assertThat(identify(clerk, mobile).text()).contains(hidden);
        for (String typed : new String[] {mobile, plate, "看不见"}) {
            assertThat(identify(sales, typed).text()).as(typed).doesNotContain(hidden);
        }
        assertThat(sales.get("/api/customers/" + hidden + "/preferences").status()).isEqualTo(404);
    }

    @Test
    void asksNoPhonesForWhomTheyAreHidden() {
        contact();
        TestClient manager = TestClient.as("gm", port);
        assertThat(identify(manager, mobile).json().path("cards").size()).isEqualTo(1);

        ruleOfManager("HIDDEN");

        assertThat(identify(manager, mobile).slug()).isEqualTo("phones-not-yours");
        assertThat(identify(manager, "周越华").text()).doesNotContain(mobile);
    }

    /** Within 150 ms: what a page waits for, here with everything else on the machine. */
    @Test
    void answersAtOnce() {
        contact();
        identify(sales, mobile);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long began = System.nanoTime();
            identify(sales, mobile);
            best = Math.min(best, System.nanoTime() - began);
        }

        assertThat(best / 1_000_000).isLessThan(150);
    }

    @Test
    void showsWhatMustBeFirstAndKeepsWhatIsOver() {
        made("preferences", preference("靠窗座位", "NICE"));
        made("preferences", preference("对花生过敏", "MUST"));
        Answer old = made("preferences", preference("喝龙井", "IMPORTANT"));
        CustomerSummary summary =
                new CustomerSummary(
                        UUID.fromString(customer), "", "", UUID.randomUUID(), UUID.randomUUID());

        Answer over =
                sales.put(
                        "/api/preferences/" + old.id(),
                        preference("喝龙井", "IMPORTANT").put("endedOn", today().toString()),
                        "If-Match",
                        "\"0\"");
        Answer stale =
                sales.put(
                        "/api/preferences/" + old.id(),
                        preference("喝白茶", "NICE"),
                        "If-Match",
                        "\"0\"");

        assertThat(over.status()).as(over.text()).isEqualTo(200);
        assertThat(stale.slug()).isEqualTo("stale-version");
        assertThat(stale.json().at("/current/text").asString()).isEqualTo("喝龙井");
        assertThat(sales.get(at("preferences")).json().at("/preferences/2/text").asString())
                .isEqualTo("喝龙井");
        assertThat(hints.list(Actor.SYSTEM, summary))
                .extracting(hint -> hint.text().zh())
                .containsExactly("饮食 · 对花生过敏", "饮食 · 靠窗座位");
        assertThat(sales.delete("/api/preferences/" + old.id()).status()).isEqualTo(204);
    }

    @Test
    void keepsWhatWasAttendedAndErasesAll() {
        String contact = contact();
        Answer fair =
                made(
                        "activities",
                        body().put("kind", "EXHIBITION")
                                .put("name", "柯桥纺织品博览会")
                                .put("heldOn", "2026-10-20")
                                .put("place", "绍兴国际会展中心")
                                .put("contactId", contact));
        made("preferences", preference("无糖", "NICE"));
        UUID id = UUID.fromString(customer);
        CustomerSummary summary =
                new CustomerSummary(id, "", "", UUID.randomUUID(), UUID.randomUUID());

        var first = sales.get(at("preferences")).json().at("/activities/0");
        assertThat(first.path("contactName").asString()).isEqualTo("周越华");
        assertThat(history.list(Actor.SYSTEM, summary, null, 10))
                .extracting(one -> one.what().zh())
                .containsExactly("登记客史", "参加活动");
        assertThat(
                        sales.put(
                                        "/api/customer-activities/" + fair.id(),
                                        body().put("kind", "OTHER")
                                                .put("name", "博览会")
                                                .put("heldOn", "2026-10-21"),
                                        "If-Match",
                                        "\"0\"")
                                .json()
                                .path("version")
                                .asInt())
                .isEqualTo(1);
        assertThat(contents.count(id)).isEqualTo(2);
        assertThat(contents.copy(id).toString()).contains("无糖", "博览会");
        transaction.executeWithoutResult(status -> contents.erase(id));
        assertThat(contents.count(id)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "preferences, text, ' ', text, required",
        "preferences, topicId, 00000000-0000-0000-0000-000000000000, topicId, invalid-choice",
        "preferences, contactId, 00000000-0000-0000-0000-000000000000, contactId, invalid-choice",
        "preferences, since, 2999-01-01, since, in-future",
        "activities, name, ' ', name, required",
        "activities, heldOn, 2999-01-01, heldOn, in-future",
        "identifiers, value, 绍A1, value, invalid-plate"
    })
    void refusesWhatCannotBe(String what, String field, String value, String told, String slug) {
        ObjectNode thing =
                switch (what) {
                    case "preferences" -> preference("好", "NICE");
                    case "activities" ->
                            body().put("kind", "OTHER")
                                    .put("name", "会")
                                    .put("heldOn", "2026-01-01");
                    default -> body().put("kind", "PLATE").put("value", "浙D12345");
                };

        Answer refused = sales.post(at(what), thing.put(field, value));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/fields/0/name").asString()).isEqualTo(told);
        assertThat(refused.json().at("/fields/0/slug").asString()).isEqualTo(slug);
        assertThat(contents.count(UUID.fromString(customer))).isZero();
    }

    @Test
    void givesAMemberNumberToOneCustomerOnly() {
        String number = "M" + mobile;
        made("identifiers", body().put("kind", "MEMBER").put("value", number));

        assertThat(
                        sales.post(
                                        at("identifiers"),
                                        body().put("kind", "MEMBER").put("value", number))
                                .status())
                .isEqualTo(409);
        customer = customerOf(sales);
        assertThat(
                        sales.post(
                                        at("identifiers"),
                                        body().put("kind", "MEMBER").put("value", number))
                                .slug())
                .isEqualTo("member-number-taken");
        Answer own = made("identifiers", body().put("kind", "PLATE").put("value", plate));
        assertThat(sales.delete("/api/customer-identifiers/" + own.id()).status()).isEqualTo(204);
    }

    @Test
    void letsTheAdministratorKeepTheTopics() {
        TestClient administrator = TestClient.as("sysadmin", port);
        String topic = "文化" + mobile;
        ObjectNode asked = body().put("nameZh", topic).put("nameEn", "Culture").put("place", 9);

        Answer added = administrator.post("/api/preference-topics", asked);

        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(administrator.post("/api/preference-topics", asked).slug())
                .isEqualTo("preference-topic-known");
        assertThat(sales.post("/api/preference-topics", asked).status()).isEqualTo(403);
        made("preferences", preference("听越剧", "NICE").put("topicId", added.id()));
        administrator.put("/api/preference-topics/" + added.id(), asked.put("closed", true));
        assertThat(
                        sales.post(
                                        at("preferences"),
                                        preference("再听", "NICE").put("topicId", added.id()))
                                .json()
                                .at("/fields/0/name")
                                .asString())
                .isEqualTo("topicId");
    }
}
