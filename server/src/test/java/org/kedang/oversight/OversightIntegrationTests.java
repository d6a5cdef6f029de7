package org.kedang.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.kernel.ChinaTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

@IntegrationTest
class OversightIntegrationTests {
    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired CountingActivity counting;
    @Autowired ReviewingLog reviewing;

    private final LocalDate today = LocalDate.now(ChinaTime.ZONE);

    private TestClient auditor() {
        return TestClient.as("auditor", port);
    }

    private TestClient officer() {
        return TestClient.as("secadmin", port);
    }

    private String id(String userName) {
        return jdbc.sql("select id from person where user_name = :name")
                .param("name", userName)
                .query(UUID.class)
                .single()
                .toString();
    }

    /** Everything kept so far is sealed and counted. */
    private void settle() throws InterruptedException {
        long events = jdbc.sql("select count(*) from audit_event").query(Long.class).single();
        for (int i = 0; i < 200; i++) {
            counting.countNext();
            long counted =
                    jdbc.sql("select coalesce(sum(events), 0)::bigint from activity_day")
                            .query(Long.class)
                            .single();
            if (counted >= events) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The log is not counted after 20 seconds");
    }

    private String round() throws InterruptedException {
        TestClient.as("sales", port).get("/api/people/" + UUID.randomUUID());
        TestClient.as("clerk", port).post("/api/people/" + id("sales") + "/unlock", body());
        settle();
        Answer opened =
                auditor()
                        .post(
                                "/api/audit-rounds",
                                body().put("first", today.toString())
                                        .put("last", today.toString()));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return "/api/audit-rounds/" + opened.id();
    }

    private static ObjectNode conclusion() {
        return body().put("conclusion", "未见异常。");
    }

    private static ObjectNode events(JsonNode... samples) {
        ObjectNode body = body();
        ArrayNode events = body.putArray("events");
        for (JsonNode sample : samples) {
            events.addObject()
                    .put("id", sample.at("/event/id").asString())
                    .put("at", sample.at("/event/at").asString());
        }
        return body;
    }

    /** The first of these samples that this person did, or did not, do. */
    private static JsonNode sample(Answer page, String userName, boolean his) {
        for (JsonNode one : page.json().path("items")) {
            if (one.at("/event/actorUserName").asString().equals(userName) == his
                    && one.path("checkedByName").asString("").isEmpty()) {
                return one;
            }
        }
        throw new AssertionError("No such sample: " + page.text());
    }

    @Test
    void countsEveryEventOnce() throws Exception {
        TestClient.as("clerk", port).get("/api/customers");
        settle();

        assertThat(
                        jdbc.sql(
                                        """
                                        with counted as (select day, actor_id, act, act_class, refused, administrator,
                                            events, changes from activity_day),
                                        real as (select (at at time zone 'Asia/Shanghai')::date, actor_id, act, act_class,
                                            result = 'REFUSED', roles && '{SYSTEM_ADMINISTRATOR,NETWORK_ADMINISTRATOR}',
                                            count(*), count(changes)
                                          from audit_event e join audit_leaf l on l.event_id = e.id
                                          where l.index <= (select leaf from activity_cursor) group by 1, 2, 3, 4, 5, 6)
                                        select (select count(*) from (table counted except table real) x)
                                             + (select count(*) from (table real except table counted) y)
                                        """)
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void countsOnceWhenManyNodesCount() throws Exception {
        settle();
        long before = counted();
        for (int i = 0; i < 20; i++) {
            TestClient.as("clerk", port).get("/api/session");
        }
        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> node = counting::countNext;
            for (int i = 0; i < 30; i++) {
                for (Future<Integer> one : nodes.invokeAll(List.of(node, node, node, node))) {
                    one.get();
                }
                Thread.sleep(100);
            }
        }
        settle();

        assertThat(counted() - before).isGreaterThanOrEqualTo(20);
        countsEveryEventOnce();
    }

    private long counted() {
        return jdbc.sql("select sum(events)::bigint from activity_day").query(Long.class).single();
    }

    @Test
    void tellsTheFiguresToWhoeverReadsTheLog() throws Exception {
        settle();
        String path = "/api/activity?from=%s&to=%s".formatted(today.minusDays(6), today);

        JsonNode figures = auditor().get(path).json();
        long days = 0;
        for (JsonNode day : figures.path("days")) {
            days += day.path("events").asLong();
        }
        long hours = 0;
        for (JsonNode hour : figures.path("hours")) {
            hours += hour.path("events").asLong();
        }

        assertThat(figures.path("events").asLong()).isPositive();
        assertThat(days).isEqualTo(figures.path("events").asLong()).isEqualTo(hours);
        assertThat(figures.at("/topActs/0/zh").asString()).isNotBlank();
        assertThat(TestClient.as("gm", port).get(path).status()).isEqualTo(403);
    }

    @Test
    void refusesSpansThatNobodyCanLookAt() {
        assertThat(
                        auditor()
                                .get(
                                        "/api/activity?from=%s&to=%s"
                                                .formatted(today, today.plusDays(1)))
                                .slug())
                .isEqualTo("span-not-over");
        assertThat(auditor().get("/api/activity?from=2010-01-01&to=" + today).slug())
                .isEqualTo("span-too-long");
    }

    @Test
    void drawsTheSampleByTheRecordedSeed() throws Exception {
        JsonNode round = auditor().get(round()).json().path("round");
        List<Long> kept =
                jdbc.sql(
                                "select leaf from audit_round_sample where round_id = :id order by"
                                        + " place")
                        .param("id", UUID.fromString(round.path("id").asString()))
                        .query(Long.class)
                        .list();

        List<Long> again =
                Lot.draw(
                        round.path("seed").asString(),
                        round.path("firstLeaf").asLong(),
                        round.path("lastLeaf").asLong(),
                        200);

        assertThat(kept).hasSize(round.path("sampled").asInt()).isNotEmpty();
        assertThat(again).containsSubsequence(kept);
    }

    @Test
    void runsFromOpeningToSigning() throws Exception {
        String round = round();
        TestClient auditor = auditor();
        Answer refused = auditor.get(round + "/samples?kind=REFUSED&size=200");
        JsonNode others = sample(refused, "clerk", true);

        assertThat(auditor.post(round + "/checks", events(others)).status()).isEqualTo(204);
        ObjectNode finding =
                events(others)
                        .put("severity", "HIGH")
                        .put("finding", "档案员尝试解锁账号")
                        .put("responsible", id("clerk"))
                        .put("dueOn", today.plusDays(7).toString());
        Answer written = auditor.post(round + "/findings", finding);
        assertThat(written.status()).as(written.text()).isEqualTo(201);
        Answer signed = auditor.post(round + "/signature", conclusion());
        assertThat(signed.status()).as(signed.text()).isEqualTo(204);

        JsonNode whole = auditor.get(round).json();
        assertThat(whole.at("/signature/byName").asString()).isEqualTo("吴桐");
        assertThat(whole.at("/signature/figures/findings").asInt()).isEqualTo(1);
        assertThat(whole.at("/signature/figures/checked").asInt()).isEqualTo(1);
        assertThat(auditor.post(round + "/findings", finding).slug())
                .isEqualTo("round-already-signed");
        assertThat(auditor.post(round + "/checks", events(others)).slug())
                .isEqualTo("round-already-signed");
        assertThat(auditor.post(round + "/signature", conclusion()).slug())
                .isEqualTo("round-already-signed");
        assertThat(auditor.post(round + "/remarks", body().put("remark", "补充说明")).status())
                .isEqualTo(204);

        answersAndCloses(written.id());
        assertThat(auditor.get(round).json().at("/findings/0/state").asString())
                .isEqualTo("CLOSED");
    }

    private void answersAndCloses(String finding) {
        String at = "/api/audit-findings/" + finding;
        TestClient clerk = TestClient.as("clerk", port);
        ObjectNode words = body().put("words", "误点，已说明。");

        assertThat(clerk.get("/api/audit-findings/mine").text()).contains(finding);
        assertThat(TestClient.as("sales", port).post(at + "/answer", words).status())
                .isEqualTo(404);
        assertThat(auditor().post(at + "/return", words).slug()).isEqualTo("finding-unanswered");
        assertThat(clerk.post(at + "/answer", words).status()).isEqualTo(204);
        assertThat(clerk.post(at + "/answer", words).slug()).isEqualTo("finding-settled");
        assertThat(auditor().post(at + "/return", words).status()).isEqualTo(204);
        assertThat(clerk.post(at + "/answer", words).status()).isEqualTo(204);
        assertThat(clerk.post(at + "/close", words).status()).isEqualTo(403);
        assertThat(auditor().post(at + "/close", words).status()).isEqualTo(204);
        assertThat(auditor().post(at + "/close", words).slug()).isEqualTo("finding-settled");
    }

    @Test
    void letsNobodyCheckHisOwnDeeds() throws Exception {
        auditor().get("/api/people/" + UUID.randomUUID() + "/holdings");
        String round = round();
        JsonNode own =
                sample(auditor().get(round + "/samples?kind=REFUSED&size=200"), "auditor", true);

        assertThat(auditor().post(round + "/checks", events(own)).slug()).isEqualTo("own-acts");
    }

    @Test
    void letsNobodySignOverAFindingAboutHimself() throws Exception {
        String round = round();
        ObjectNode finding =
                events().put("severity", "LOW")
                        .put("finding", "审计员导出未写明用途")
                        .put("responsible", id("auditor"))
                        .put("dueOn", today.plusDays(7).toString());

        assertThat(auditor().post(round + "/findings", finding).status()).isEqualTo(201);

        assertThat(auditor().post(round + "/signature", conclusion()).slug())
                .isEqualTo("own-finding");
    }

    @Test
    void refusesASpanThatHoldsNobodyElsesDeeds() throws Exception {
        LocalDate longAgo = LocalDate.of(2024, 1, (int) (System.nanoTime() % 28) + 1);
        jdbc.sql(
                        """
                        insert into activity_day (day, actor_id, act, act_class, refused, administrator, events, changes)
                        values (:day, :actor::uuid, 'audit.read', 1, false, false, 3, 0)
                        on conflict do nothing
                        """)
                .param("day", longAgo)
                .param("actor", id("auditor"))
                .update();
        try {
            String id =
                    auditor()
                            .post(
                                    "/api/audit-rounds",
                                    body().put("first", longAgo.toString())
                                            .put("last", longAgo.toString()))
                            .id();

            assertThat(
                            auditor()
                                    .post("/api/audit-rounds/" + id + "/signature", conclusion())
                                    .slug())
                    .isEqualTo("own-acts-alone");
        } finally {
            jdbc.sql("delete from activity_day where day = :day").param("day", longAgo).update();
        }
    }

    @Test
    void refusesEventsOutsideOfTheSpan() throws Exception {
        String round = round();
        ObjectNode elsewhere = body();
        elsewhere
                .putArray("events")
                .addObject()
                .put("id", UUID.randomUUID().toString())
                .put("at", "2020-01-01T00:00:00Z");

        assertThat(auditor().post(round + "/checks", elsewhere).slug())
                .isEqualTo("event-elsewhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_round set seed = 'x'",
                "delete from audit_round",
                "update audit_round_signature set conclusion = 'x'",
                "delete from audit_round_signature",
                "update audit_finding set finding = 'x'",
                "delete from audit_finding_step",
                "update audit_round_check set checked_by = null",
                "update administrator_report set conclusion = 'x'",
                "delete from administrator_report"
            })
    void keepsWhatWasSaidAsItWasSaid(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    /** Also for who goes past the use case. */
    @Test
    void refusesToAddToASignedRoundInTheDatabaseItself() throws Exception {
        String round = round();
        auditor().post(round + "/signature", conclusion());
        UUID id = UUID.fromString(round.substring(round.lastIndexOf('/') + 1));

        assertThatThrownBy(
                        () ->
                                jdbc.sql(
                                                "insert into audit_round_check values (:id, :id,"
                                                        + " :id, now())")
                                        .param("id", id)
                                        .update())
                .rootCause()
                .hasMessageContaining("is signed");
    }

    @Test
    void beginsTheMonthlyRoundOnce() {
        reviewing.keep();
        reviewing.keep();

        Span month = ReviewingLog.lastMonth(today);
        assertThat(
                        jdbc.sql(
                                        "select count(*) from audit_round where generated and"
                                                + " first_day = :first and last_day = :last")
                                .param("first", month.first())
                                .param("last", month.last())
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void changesTheRulesAndKeepsThatInTheLog() {
        ObjectNode rule =
                body().put("every", "QUARTER")
                        .put("sampleSize", 30)
                        .put("nightFrom", 22)
                        .put("nightUntil", 6);
        try {
            assertThat(auditor().put("/api/review-rule", rule).status()).isEqualTo(204);
            assertThat(auditor().get("/api/review-rule").json().path("sampleSize").asInt())
                    .isEqualTo(30);
            assertThat(auditor().get("/api/audit/events?act=oversight.rules-changed").text())
                    .contains("sampleSize");
            assertThat(auditor().put("/api/review-rule", rule.put("sampleSize", 0)).status())
                    .isEqualTo(400);
        } finally {
            auditor()
                    .put(
                            "/api/review-rule",
                            body().put("every", "MONTH")
                                    .put("sampleSize", 50)
                                    .put("nightFrom", 21)
                                    .put("nightUntil", 7));
        }
    }

    @Test
    void showsTheOfficerAdministratorsAndNobodyElse() throws Exception {
        TestClient.as("sysadmin", port).get("/api/people");
        TestClient.as("sysadmin", port).get("/api/search?q=abc");
        TestClient.as("clerk", port).get("/api/search?q=abc");
        settle();
        String span = "?from=%s&to=%s".formatted(today, today);

        Answer events = officer().get("/api/administrator-oversight/events" + span + "&size=200");
        JsonNode figures = officer().get("/api/administrator-oversight" + span).json();

        assertThat(events.json().path("items")).isNotEmpty();
        for (JsonNode event : events.json().path("items")) {
            assertThat(event.path("roles").toString())
                    .containsAnyOf("SYSTEM_ADMINISTRATOR", "NETWORK_ADMINISTRATOR");
        }
        assertThat(figures.path("administrators").toString()).contains("赵强").doesNotContain("王建国");
        assertThat(figures.at("/activity/topPeople").toString()).doesNotContain("王建国");
        assertThat(auditor().get("/api/administrator-oversight" + span).status()).isEqualTo(403);
        assertThat(officer().get("/api/audit-rounds").status()).isEqualTo(403);
        // everybody's log, its figures and its evidence are the auditor's
        for (String path :
                List.of("/api/audit/events", "/api/activity" + span, "/api/audit/evidence")) {
            assertThat(officer().get(path).status()).as(path).isEqualTo(403);
            assertThat(auditor().get(path).status()).as(path).isEqualTo(200);
        }
    }

    /** National Day is a Thursday in 2026; the Saturday of the week after it is worked. */
    @Test
    void countsDaysOffByTheWorkingCalendar() {
        for (String hour :
                List.of("2026-10-01T02:00:00Z", "2026-10-10T02:00:00Z", "2026-10-11T02:00:00Z")) {
            jdbc.sql(
                            """
                            insert into activity_hour (hour, actor_id, refused, administrator, events)
                            values (:hour::timestamptz, :actor::uuid, false, true, 3)
                            """)
                    .param("hour", hour)
                    .param("actor", id("netadmin"))
                    .update();
            jdbc.sql(
                            """
                            insert into activity_day (day, actor_id, act, act_class, refused, administrator, events, changes)
                            values (:hour::date, :actor::uuid, 'test.done', 1, false, true, 3, 0)
                            """)
                    .param("hour", hour.substring(0, 10))
                    .param("actor", id("netadmin"))
                    .update();
        }

        JsonNode line =
                officer()
                        .get("/api/administrator-oversight?from=2026-10-01&to=2026-10-11")
                        .json()
                        .at("/administrators/0");
        assertThat(line.path("events").asInt()).isEqualTo(9);
        assertThat(line.path("daysOff").asInt()).isEqualTo(6);
        assertThat(line.path("night").asInt()).isZero();
    }

    @Test
    void keepsASignedInspectionWithItsFigures() throws Exception {
        settle();
        ObjectNode report =
                body().put("kind", "INSPECTION")
                        .put("first", today.toString())
                        .put("last", today.toString())
                        .put("conclusion", "例行检查正常，漏洞扫描另行安排。");
        ArrayNode points = report.putArray("inspected");
        TestClient officer = officer();
        assertThat(officer.post("/api/administrator-reports", report).status()).isEqualTo(400);
        IntStream.range(0, AdministratorReport.Point.values().length)
                .forEach(
                        i ->
                                points.addObject()
                                        .put("point", AdministratorReport.Point.values()[i].name())
                                        .put("outcome", "SOUND")
                                        .put("note", "抽查正常"));

        Answer signed = officer.post("/api/administrator-reports", report);

        assertThat(signed.status()).as(signed.text()).isEqualTo(201);
        JsonNode kept = officer.get(signed.header("Location").orElseThrow()).json();
        assertThat(kept.path("inspected")).hasSize(AdministratorReport.Point.values().length);
        assertThat(kept.path("signedByName").asString()).isEqualTo("孙丽");
        assertThat(kept.at("/figures/activity/events").asLong()).isPositive();
    }

    /** What customers' papers say is for those who may see them, in samples too. */
    @Test
    void tellsNoContentsToTheAuditor() throws Exception {
        String secret = "机要客户" + UUID.randomUUID();
        TestClient clerk = TestClient.as("clerk", port);
        String customer =
                clerk.post("/api/customers", body().put("type", "ORGANISATION").put("name", secret))
                        .id();
        clerk.patch("/api/customers/" + customer, body().put("note", secret), "If-Match", "\"0\"");
        String round = round();

        for (String path :
                List.of(
                        round,
                        round + "/samples?kind=RANDOM&size=200",
                        round + "/samples?kind=PRIVILEGED&size=200",
                        round + "/samples?kind=REFUSED&size=200",
                        "/api/audit/events?subject=" + customer)) {
            Answer answer = auditor().get(path);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).doesNotContain(secret);
        }
    }
}
