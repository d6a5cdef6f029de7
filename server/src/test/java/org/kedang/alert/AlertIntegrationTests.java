package org.kedang.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.audit.Act;
import org.kedang.audit.Acts;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

@IntegrationTest
class AlertIntegrationTests {
    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired Audit audit;
    @Autowired Watching watching;
    @Autowired Rules rules;
    @Autowired TransactionTemplate transaction;
    @Autowired List<Acts> acts;

    /** Nobody else in these tests has this id, so that only what is made here counts. */
    private final UUID person = UUID.randomUUID();

    private TestClient auditor;

    @BeforeEach
    void signIn() {
        auditor = TestClient.as("auditor", port);
    }

    @Test
    void raisesOneAlertThatGrows() {
        refuse(12, List.of("SALES"));
        settle();
        JsonNode alert = onlyAlert();
        assertThat(alert.path("kind").asString()).isEqualTo("REFUSALS_BY_PERSON");
        assertThat(alert.path("count").asInt()).isEqualTo(12);
        assertThat(alert.path("zh").asString()).contains("被拒绝 12 次，超过 10 分钟 10 次的上限");

        refuse(5, List.of("SALES"));
        settle();

        JsonNode grown = onlyAlert();
        assertThat(grown.path("id")).isEqualTo(alert.path("id"));
        assertThat(grown.path("count").asInt()).isEqualTo(17);
        assertThat(raisedEvents(alert.path("id").asString())).isEqualTo(1);
    }

    @Test
    void countsEachEventOnceAlsoAfterAFailedTransaction() {
        refuse(12, List.of("SALES"));
        sealed();
        long before = cursor();

        // as far as looking, keeping and raising go, and then the transaction fails
        transaction.executeWithoutResult(
                status -> {
                    if (jdbc.sql("select last_index from alert_cursor for update skip locked")
                            .query(Long.class)
                            .optional()
                            .isPresent()) {
                        watching.look();
                    }
                    status.setRollbackOnly();
                });
        assertThat(cursor()).isGreaterThanOrEqualTo(before);
        settle();
        settle();

        assertThat(onlyAlert().path("count").asInt()).isEqualTo(12);
    }

    @Test
    void letsOneNodeAtATimeLook() throws Exception {
        refuse(12, List.of("SALES"));
        sealed();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (var other = Executors.newSingleThreadExecutor()) {
            other.submit(
                    () ->
                            transaction.executeWithoutResult(
                                    status -> {
                                        jdbc.sql("select 1 from alert_cursor for update")
                                                .query(Integer.class)
                                                .single();
                                        held.countDown();
                                        await(release);
                                    }));
            assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();
            long before = cursor();
            Boolean more = transaction.execute(status -> watching.look());
            assertThat(more).isFalse();
            assertThat(cursor()).isEqualTo(before);
            release.countDown();
        }
        settle();
        assertThat(onlyAlert().path("count").asInt()).isEqualTo(12);
    }

    @Test
    void showsTheSecurityOfficerAdministratorsOnly() {
        TestClient officer = TestClient.as("secadmin", port);
        refuse(12, List.of("SALES"));
        settle();
        String id = onlyAlert().path("id").asString();
        assertThat(officer.get("/api/alerts/" + id).status()).isEqualTo(404);
        assertThat(officer.get("/api/alerts?personId=" + person).json().path("items")).isEmpty();
        assertThat(officer.post("/api/alerts/" + id + "/acknowledge", body()).status())
                .isEqualTo(404);

        refuse(2, List.of("NETWORK_ADMINISTRATOR"));
        settle();

        assertThat(officer.get("/api/alerts/" + id).status()).isEqualTo(200);
        assertThat(officer.get("/api/alert-rules").status()).isEqualTo(403);
        for (String other : List.of("sales", "sysadmin", "gm")) {
            TestClient client = TestClient.as(other, port);
            assertThat(client.get("/api/alerts").status()).isEqualTo(403);
            assertThat(client.get("/api/alerts/" + id).status()).isEqualTo(403);
            assertThat(client.get("/api/alert-work").json().path("open").asInt()).isZero();
        }
    }

    @Test
    void goesFromOpenToClosedWithNoteAndConclusion() {
        refuse(12, List.of("SALES"));
        settle();
        String alert = "/api/alerts/" + onlyAlert().path("id").asString();

        Answer taken = auditor.post(alert + "/acknowledge", body().put("note", "已联系本人"));
        assertThat(taken.json().path("state").asString()).isEqualTo("ACKNOWLEDGED");
        assertThat(auditor.post(alert + "/acknowledge", body()).slug()).isEqualTo("alert-settled");
        assertThat(auditor.post(alert + "/close", body().put("conclusion", "VIOLATION")).slug())
                .isEqualTo("invalid-input");
        Answer closed =
                auditor.post(
                        alert + "/close",
                        body().put("conclusion", "VIOLATION").put("note", "越权尝试，已谈话"));
        assertThat(closed.json().path("state").asString()).isEqualTo("CLOSED");
        assertThat(closed.json().path("conclusion").asString()).isEqualTo("VIOLATION");

        // what goes on then is told anew
        refuse(1, List.of("SALES"));
        settle();
        assertThat(alerts()).hasSize(2);
        assertThat(
                        jdbc.sql(
                                        "select act from audit_event where parent_id = :person and"
                                                + " act like 'alert.%' order by at")
                                .param("person", person)
                                .query(String.class)
                                .list())
                .containsExactly(
                        "alert.raised", "alert.acknowledged", "alert.closed", "alert.raised");
    }

    @Test
    void letsNobodySettleAnAlertAboutHimself() {
        UUID self = auditorId();
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into alert (id, kind, key, person_id, person_name, roles, since, until, count, facts, raised_at)
                        values (:id, 'DORMANT_AWAKE', 'made', :self, '审计', '{AUDITOR}', now(), now(), 1,
                                '{"idleDays":71,"limit":60,"last":"2026-01-01T00:00:00Z"}', now())
                        """)
                .param("id", id)
                .param("self", self)
                .update();

        assertThat(auditor.get("/api/alerts/" + id).json().path("own").asBoolean()).isTrue();
        assertThat(auditor.post("/api/alerts/" + id + "/acknowledge", body()).slug())
                .isEqualTo("own-alert");
        assertThat(
                        auditor.post(
                                        "/api/alerts/" + id + "/close",
                                        body().put("conclusion", "FALSE_ALARM").put("note", "无事"))
                                .slug())
                .isEqualTo("own-alert");
        assertThatThrownBy(
                        () ->
                                jdbc.sql(
                                                "update alert set state = 'ACKNOWLEDGED',"
                                                        + " acknowledged_by = person_id where id ="
                                                        + " :id")
                                        .param("id", id)
                                        .update())
                .hasMessageContaining("alert_not_own");
    }

    @Test
    void adjustsARuleAndKeepsWhoDidItAndWhy() {
        JsonNode rule = rule("MASS_EXPORT");
        String path = "/api/alert-rules/MASS_EXPORT";
        String version = "\"" + rule.path("version").asLong() + "\"";

        assertThat(auditor.put(path, body().put("on", true).put("limit", 30)).slug())
                .isEqualTo("precondition-required");
        assertThat(
                        auditor.put(
                                        path,
                                        body().put("on", false).put("limit", 30),
                                        "If-Match",
                                        version)
                                .slug())
                .isEqualTo("invalid-input");
        assertThat(
                        auditor.put(
                                        path,
                                        body().put("on", true).put("limit", 0),
                                        "If-Match",
                                        version)
                                .slug())
                .isEqualTo("invalid-input");
        assertThat(
                        auditor.put(
                                        path,
                                        body().put("on", true).put("limit", 9).put("days", 9),
                                        "If-Match",
                                        version)
                                .slug())
                .isEqualTo("invalid-input");
        Answer off =
                auditor.put(
                        path,
                        body().put("on", false).put("limit", 30).put("reason", "季度归档，统一导出"),
                        "If-Match",
                        version);
        assertThat(off.status()).as(off.text()).isEqualTo(200);
        assertThat(rule("MASS_EXPORT").path("offReason").asString()).isEqualTo("季度归档，统一导出");
        assertThat(
                        auditor.put(
                                        path,
                                        body().put("on", true).put("limit", 50),
                                        "If-Match",
                                        version)
                                .slug())
                .isEqualTo("stale-version");
        Answer on =
                auditor.put(
                        path,
                        body().put("on", true).put("limit", 50),
                        "If-Match",
                        "\"" + rule("MASS_EXPORT").path("version").asLong() + "\"");
        assertThat(on.status()).as(on.text()).isEqualTo(200);
        assertThat(
                        jdbc.sql(
                                        "select changes::text from audit_event where act ="
                                                + " 'alert.rule-changed' and reason = '季度归档，统一导出'")
                                .query(String.class)
                                .list())
                .singleElement()
                .asString()
                .contains("\"limit\"", "\"50\"", "\"30\"", "\"on\"");
    }

    @Test
    void raisesNothingWhileARuleIsOff() {
        turn("REFUSALS_BY_PERSON", false);
        refuse(12, List.of("SALES"));
        settle();
        assertThat(alerts()).isEmpty();

        turn("REFUSALS_BY_PERSON", true);
        refuse(1, List.of("SALES"));
        settle();

        assertThat(onlyAlert().path("count").asInt()).isEqualTo(13);
    }

    @Test
    void triesNumbersWithoutChangingAnything() {
        refuse(12, List.of("SALES"));
        settle();

        Answer preview =
                auditor.post(
                        "/api/alert-rules/REFUSALS_BY_PERSON/preview",
                        body().put("on", true).put("limit", 11).put("windowMinutes", 10));
        Answer strict =
                auditor.post(
                        "/api/alert-rules/REFUSALS_BY_PERSON/preview",
                        body().put("on", true).put("limit", 2_000).put("windowMinutes", 10));

        assertThat(preview.json().path("alerts").asInt()).as(preview.text()).isPositive();
        assertThat(strict.json().path("alerts").asInt()).as(strict.text()).isZero();
        assertThat(strict.json().path("events").asInt()).isGreaterThanOrEqualTo(12);
    }

    /** Whoever did something a while ago is awake again after no more than a day of silence. */
    @Test
    void triesRulesThatLearnFromWhatWasBefore() {
        refuse(1, List.of("SALES"));
        settle();
        for (String kind : List.of("DORMANT_AWAKE", "NEW_PLACE")) {
            JsonNode tried =
                    auditor.post(
                                    "/api/alert-rules/" + kind + "/preview",
                                    body().put("on", true).put("days", 1))
                            .json();

            assertThat(tried.path("learns").asBoolean()).as(kind).isTrue();
            assertThat(tried.path("events").asInt()).as(kind).isPositive();
            assertThat(tried.path("alerts").asInt(-1)).as(kind).isNotNegative();
        }
    }

    @Test
    void letsARuleLookAtOtherDeedsWithAReason() {
        JsonNode before = rule("MASS_EXPORT");
        String path = "/api/alert-rules/MASS_EXPORT";
        List<String> acts = new ArrayList<>();
        before.path("acts").forEach(one -> acts.add(one.asString()));

        assertThat(look(path, List.of("no.such-deed"), "试验").slug()).isEqualTo("invalid-input");
        assertThat(look(path, List.of(), "试验").slug()).isEqualTo("invalid-input");
        assertThat(look(path, List.of("*.no-such-ending"), "试验").slug()).isEqualTo("invalid-input");
        Answer unexplained = look(path, List.of("file.downloaded"), " ");
        assertThat(unexplained.slug()).isEqualTo("invalid-input");
        assertThat(unexplained.text()).contains("\"reason\"");
        Answer done = look(path, List.of("file.downloaded", "*.exported"), "打印另有登记");
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(rule("MASS_EXPORT").path("acts").toString())
                .isEqualTo("[\"file.downloaded\",\"*.exported\"]");
        assertThat(
                        jdbc.sql(
                                        "select changes::text from audit_event where act ="
                                                + " 'alert.rule-changed' and reason = '打印另有登记'")
                                .query(String.class)
                                .single())
                .contains("acts", String.join(", ", acts), "file.downloaded, *.exported");
        assertThat(look(path, acts, "恢复").status()).isEqualTo(200);
    }

    private Answer look(String path, List<String> acts, String reason) {
        JsonNode rule = rule("MASS_EXPORT");
        ObjectNode request =
                body().put("on", true)
                        .put("limit", rule.path("limit").asInt())
                        .put("reason", reason);
        acts.forEach(request.putArray("acts")::add);
        return auditor.put(path, request, "If-Match", "\"" + rule.path("version").asLong() + "\"");
    }

    @Test
    void looksAtDeedsThatThereAre() {
        Set<String> known =
                acts.stream()
                        .flatMap(some -> some.all().stream())
                        .map(Act::slug)
                        .collect(java.util.stream.Collectors.toSet());
        for (Rule rule : rules.list()) {
            for (String act : rule.acts()) {
                boolean open = act.equals("*.exported") || act.equals("*.printed");
                assertThat(open || known.stream().anyMatch(new Covering(rule, act)::covers))
                        .as(rule.kind() + " looks at " + act)
                        .isTrue();
            }
        }
    }

    private record Covering(Rule rule, String act) {
        boolean covers(String slug) {
            return act.startsWith("*") ? slug.endsWith(act.substring(1)) : slug.equals(act);
        }
    }

    /** The person is refused so many times. */
    private void refuse(int times, List<String> roles) {
        Actor actor =
                new Actor(
                        person,
                        "made" + person.toString().substring(0, 6),
                        "赵一鸣",
                        person,
                        null,
                        roles,
                        Set.of(),
                        new Actor.Connection(
                                "198.51.100." + (person.hashCode() & 0x7f), null, null));
        Act refused =
                acts.stream()
                        .flatMap(some -> some.all().stream())
                        .filter(act -> act.slug().equals("access.refused"))
                        .findAny()
                        .orElseThrow();
        for (int i = 0; i < times; i++) {
            audit.recordRead(Entry.of(actor, refused).refused());
        }
    }

    /** All that was kept is sealed, and looked at. */
    private void settle() {
        sealed();
        Instant until = Instant.now().plus(Duration.ofSeconds(30));
        long last = jdbc.sql("select max(index) from audit_leaf").query(Long.class).single();
        while (cursor() < last && Instant.now().isBefore(until)) {
            watching.catchUp();
        }
        assertThat(cursor()).isGreaterThanOrEqualTo(last);
    }

    private void sealed() {
        Instant until = Instant.now().plus(Duration.ofSeconds(60));
        while (unsealed() > 0 && Instant.now().isBefore(until)) {
            pause();
        }
        assertThat(unsealed()).isZero();
    }

    private long unsealed() {
        return jdbc.sql(
                        """
                        select count(*) from audit_event e where actor_id = :person
                        and not exists (select 1 from audit_leaf l where l.event_id = e.id)
                        """)
                .param("person", person)
                .query(Long.class)
                .single();
    }

    private long cursor() {
        return jdbc.sql("select last_index from alert_cursor").query(Long.class).single();
    }

    private JsonNode alerts() {
        return auditor.get("/api/alerts?personId=" + person).json().path("items");
    }

    private JsonNode onlyAlert() {
        JsonNode found = alerts();
        assertThat(found).as(found.toString()).hasSize(1);
        return found.get(0);
    }

    private long raisedEvents(String alert) {
        return jdbc.sql(
                        "select count(*) from audit_event where act = 'alert.raised' and"
                                + " subject_id = :id")
                .param("id", UUID.fromString(alert))
                .query(Long.class)
                .single();
    }

    private JsonNode rule(String kind) {
        for (JsonNode rule : auditor.get("/api/alert-rules").json().path("items")) {
            if (rule.path("kind").asString().equals(kind)) {
                return rule;
            }
        }
        throw new AssertionError(kind);
    }

    private void turn(String kind, boolean on) {
        JsonNode rule = rule(kind);
        var request =
                body().put("on", on)
                        .put("limit", rule.path("limit").asInt())
                        .put("windowMinutes", rule.path("windowMinutes").asInt());
        Answer answer =
                auditor.put(
                        "/api/alert-rules/" + kind,
                        on ? request : request.put("reason", "试验"),
                        "If-Match",
                        "\"" + rule.path("version").asLong() + "\"");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private UUID auditorId() {
        return UUID.fromString(
                auditor.get("/api/session").json().path("person").path("id").asString());
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
