package org.kedang.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kedang.TestClient.body;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.calendar.WorkingCalendar;
import org.kedang.identity.Accounts;
import org.kedang.identity.Directory;
import org.kedang.identity.Visibilities;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Listings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A case from what somebody asks to what he was told. */
@IntegrationTest
class RightsCasesIntegrationTests {
    private static final String PHONE = "13957501234";

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired Listings listings;
    @Autowired Visibilities visibilities;
    @Autowired Directory directory;
    @Autowired WorkingCalendar calendar;
    @Autowired PrivacySettings settings;
    @Autowired TellingOfCases telling;
    @Autowired CasesOfCustomers ofCustomers;
    @Autowired TransactionTemplate transaction;
    @Autowired Accounts accounts;
    @Autowired Clock clock;

    private TestClient sales;
    private TestClient clerk;
    private String customer = "";

    @BeforeEach
    void registerACustomer() {
        sales = TestClient.as("sales", port);
        clerk = TestClient.as("clerk", port);
        customer =
                sales.post(
                                "/api/customers",
                                body().put("type", "ORGANISATION")
                                        .put("name", "权利" + UUID.randomUUID())
                                        .put("phone", PHONE)
                                        .put("note", "<b>备注</b>")
                                        .put("acceptDuplicates", true))
                        .id();
    }

    private ObjectNode asked(String kind) {
        return body().put("kind", kind)
                .put("customerId", customer)
                .put("requester", "沈经理")
                .put("contact", PHONE)
                .put("channel", "PHONE")
                .put("wish", "想知道保存了哪些资料")
                .put("receivedOn", today().toString());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
    }

    private String opened(String kind) {
        Answer opened = sales.post("/api/rights-cases", asked(kind));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return "/api/rights-cases/" + opened.json().at("/rightsCase/id").asString();
    }

    private static ObjectNode proof() {
        return body().put("proof", "CALL_BACK").put("note", "回拨登记电话，对方报出合同号");
    }

    private ObjectNode answer(boolean refused) {
        return body().put("refused", refused)
                .put("answer", "已当面交付资料副本")
                .put("answeredOn", today().toString());
    }

    private static JsonNode caseOf(Answer whole) {
        return whole.json().path("rightsCase");
    }

    @Test
    void goesFromTheRequestOverTheProofToTheAnswer() {
        String one = opened("ACCESS");
        JsonNode open = caseOf(sales.get(one));
        assertThat(open.path("state").asString()).isEqualTo("RECEIVED");
        assertThat(open.path("dueOn").asString())
                .isEqualTo(calendar.days().plus(today(), 15).toString());
        assertThat(open.path("daysLeft").asLong()).isEqualTo(15);

        assertThat(sales.post(one + "/answer", answer(false)).slug())
                .isEqualTo("identity-unproven");
        assertThat(sales.post(one + "/copy", body()).slug()).isEqualTo("identity-unproven");
        assertThat(sales.post(one + "/identity", proof()).status()).isEqualTo(204);
        assertThat(sales.post(one + "/notes", body().put("text", "已电话告知办理时限")).status())
                .isEqualTo(204);
        assertThat(sales.post(one + "/answer", answer(false)).status()).isEqualTo(204);

        Answer done = sales.get(one);
        assertThat(caseOf(done).path("state").asString()).isEqualTo("DONE");
        assertThat(done.json().path("steps").valueStream().map(s -> s.path("kind").asString()))
                .containsExactly("RECEIVED", "IDENTITY", "NOTE", "ANSWERED");
        assertThat(sales.post(one + "/notes", body().put("text", "再记")).slug())
                .isEqualTo("rights-case-closed");
    }

    @Test
    void handsOutAllThatIsKeptAndNothingMasked() throws IOException {
        sales.post(
                "/api/customers/" + customer + "/consents",
                body().put("purposeId", "01930000-0000-7000-8000-000000000303")
                        .put("saidOn", today().toString())
                        .put("channel", "MAIL")
                        .put("proof", "二月邮件"));
        String one = opened("COPY");
        sales.post(one + "/identity", proof());

        Answer copy = sales.post(one + "/copy", body());

        assertThat(copy.status()).as(copy.text()).isEqualTo(200);
        assertThat(copy.header("Content-Type")).contains("application/zip");
        Map<String, String> files = unzipped(copy.raw().body());
        assertThat(files).containsOnlyKeys("客户资料.html", "客户资料.json");
        assertThat(files.values())
                .allSatisfy(text -> assertThat(text).contains(PHONE, "二月邮件", "营销推广与活动邀约"));
        assertThat(files.get("客户资料.html")).contains("&lt;b&gt;备注").doesNotContain("<b>备注");
        JsonNode step = sales.get(one).json().path("steps").valueStream().toList().getLast();
        assertThat(step.path("kind").asString()).isEqualTo("COPY");
        assertThat(step.path("text").asString()).matches("SHA-256 [0-9a-f]{64}");
        assertThat(
                        jdbc.sql(
                                        "select count(*) from audit_event where act ="
                                                + " 'privacy.copy-exported' and customer_id = :id")
                                .param("id", UUID.fromString(customer))
                                .query(Long.class)
                                .single())
                .isOne();
    }

    private static Map<String, String> unzipped(byte[] zip) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void makesNoCopyForOtherWishesNorByWhomAFieldIsHiddenFrom() {
        String other = opened("CORRECTION");
        sales.post(other + "/identity", proof());
        assertThat(sales.post(other + "/copy", body()).slug()).isEqualTo("no-data-asked");
        String one = opened("COPY");
        sales.post(one + "/identity", proof());

        rule("HIDDEN");
        try {
            assertThat(sales.post(one + "/copy", body()).slug()).isEqualTo("copy-not-whole");
        } finally {
            rule("MASKED");
        }
    }

    private void rule(String access) {
        jdbc.sql(
                        "insert into field_rule (role, field, access) values ('SALES', 'ID_NUMBER',"
                                + " :access) on conflict (role, field) do update set access ="
                                + " :access")
                .param("access", access)
                .update();
        accounts.forgetAll();
    }

    @Test
    void isWorkedOnByWhoAnswersForItAndByWhoManagesAll() {
        TestClient head = TestClient.as("head", port);
        String one = opened("OTHER");

        assertThat(head.get(one).status()).isEqualTo(200);
        assertThat(head.post(one + "/identity", proof()).slug()).isEqualTo("rights-case-not-yours");
        assertThat(clerk.post(one + "/identity", proof()).status()).isEqualTo(204);
        String headId = caseOf(sales.get(one)).path("responsibleId").asString();
        assertThat(headId).isEqualTo(person("sales"));
        assertThat(
                        sales.post(
                                        one + "/responsible",
                                        body().put("responsibleId", person("head"))
                                                .put("reason", "由部门负责人答复"))
                                .status())
                .isEqualTo(204);
        assertThat(sales.post(one + "/notes", body().put("text", "补充")).slug())
                .isEqualTo("rights-case-not-yours");
        assertThat(head.post(one + "/answer", answer(true)).status()).isEqualTo(204);
        assertThat(noticesOf("head", "privacy.case-given", one)).isOne();
    }

    @Test
    void isNotThereForWhoDoesNotReachTheCustomer() {
        String one = opened("ACCESS");
        String strange =
                "/api/rights-cases/"
                        + clerk.post(
                                        "/api/rights-cases",
                                        asked("ACCESS").put("customerId", (String) null))
                                .json()
                                .at("/rightsCase/id")
                                .asString();

        assertThat(TestClient.as("gm", port).get(one).status()).isEqualTo(200);
        assertThat(TestClient.as("gm", port).get(strange).status()).isEqualTo(404);
        assertThat(sales.get(strange).status()).isEqualTo(404);
        assertThat(clerk.get(strange).status()).isEqualTo(200);
        assertThat(sales.get("/api/rights-cases?size=200").text())
                .doesNotContain(strange.substring(18));
        assertThat(TestClient.as("sysadmin", port).get(one).status()).isEqualTo(403);
    }

    @Test
    void showsTheContactAsPhonesAreShown() {
        String one = opened("ACCESS");

        rulePhone("MASKED");
        try {
            assertThat(caseOf(TestClient.as("gm", port).get(one)).path("contact").asString())
                    .isEqualTo("139****1234");
        } finally {
            rulePhone("READ");
        }
    }

    private void rulePhone(String access) {
        jdbc.sql(
                        "update field_rule set access = :access where role = 'GENERAL_MANAGER' and"
                                + " field = 'PHONE'")
                .param("access", access)
                .update();
        accounts.forgetAll();
    }

    @Test
    void remindsBeforeTheLastDayAndTellsTheHeadOnceItIsOver() {
        String one = opened("ACCESS");
        LocalDate due = calendar.days().plus(today(), 15);
        long last = due.toEpochDay() - today().toEpochDay();

        remindIn(1);
        assertThat(noticesOf("sales", "privacy.case-due", one)).isZero();
        remindIn(last);
        remindIn(last);
        assertThat(noticesOf("sales", "privacy.case-due", one)).isOne();
        assertThat(noticesOf("sales", "privacy.case-late", one)).isZero();
        remindIn(last + 1);
        assertThat(noticesOf("sales", "privacy.case-late", one)).isOne();
        assertThat(noticesOf("head", "privacy.case-late", one)).isOne();
        remindIn(last + 8);
        assertThat(noticesOf("head", "privacy.case-late", one)).isEqualTo(2);

        sales.post(one + "/answer", answer(true));
        remindIn(last + 30);
        assertThat(noticesOf("head", "privacy.case-late", one)).isEqualTo(2);
    }

    private void remindIn(long days) {
        RightsCases then =
                new RightsCases(
                        jdbc,
                        listings,
                        visibilities,
                        directory,
                        calendar,
                        settings,
                        Clock.offset(clock, Duration.ofDays(days)));
        transaction.executeWithoutResult(status -> new RemindingOfCases(then, telling).remind());
    }

    private long noticesOf(String userName, String kind, String one) {
        return jdbc.sql(
                        "select count(*) from notice where person_id = :person and kind = :kind and"
                                + " link like '%' || :id")
                .param("person", UUID.fromString(person(userName)))
                .param("kind", kind)
                .param("id", one.substring(one.lastIndexOf('/') + 1))
                .query(Long.class)
                .single();
    }

    private String person(String userName) {
        return jdbc.sql("select id from person where user_name = :name")
                .param("name", userName)
                .query(UUID.class)
                .single()
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        "kind, NONSENSE",
        "requester, ''",
        "wish, ''",
        "receivedOn, 2999-01-01",
        "receivedOn, 2001-01-01",
        "receivedOn, 2026-13-01",
        "contact, 139‮57501234",
        "responsibleId, 01930000-0000-7000-8000-00000000ffff"
    })
    void refusesBadInputAndKeepsNothing(String field, @Nullable String value) {
        long before = cases();

        Answer refused = sales.post("/api/rights-cases", asked("ACCESS").put(field, value));

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/fields/0/name").asString()).isEqualTo(field);
        assertThat(refused.json().at("/fields/0/zh").asString()).matches(".*\\p{IsHan}.*");
        assertThat(refused.json().at("/fields/0/en").asString()).isNotBlank();
        assertThat(cases()).isEqualTo(before);
    }

    private long cases() {
        return jdbc.sql("select count(*) from rights_case where customer_id = :id")
                .param("id", UUID.fromString(customer))
                .query(Long.class)
                .single();
    }

    @Test
    void letsTheApplicationChangeNoStep() {
        opened("ACCESS");

        for (String sql :
                List.of(
                        "update rights_case_step set text = 'x'",
                        "delete from rights_case_step",
                        "delete from rights_case")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .as(sql)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void forgetsWhoAskedOnceTheDeletedCustomerIsAnswered() {
        String deletion = opened("DELETION");
        sales.post(deletion + "/identity", proof());
        String open = opened("CORRECTION");
        UUID id = UUID.fromString(customer);
        assertThat(ofCustomers.hindrance(id)).isPresent();
        sales.post(open + "/answer", answer(true));
        assertThat(ofCustomers.hindrance(id)).isEmpty();

        transaction.executeWithoutResult(status -> ofCustomers.erase(id));

        assertThat(ofCustomers.count(id)).isZero();
        assertThat(clerk.get(open).status()).isEqualTo(404);
        assertThat(caseOf(clerk.get(deletion)).path("requester").asString()).isEqualTo("沈经理");
        assertThat(sales.post(deletion + "/answer", answer(false)).status()).isEqualTo(204);
        assertThat(caseOf(clerk.get(deletion)).path("requester").asString()).isEqualTo("—");
        assertThat(clerk.get(deletion).text()).doesNotContain("沈经理", PHONE, "回拨");
    }
}
