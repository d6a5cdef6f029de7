package org.kedang.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Every refusal is an event, and tells nobody more than the refusal itself did. */
@IntegrationTest
class RefusedAttemptsIntegrationTests {
    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;

    /** A customer of the records office, which a salesperson does not see. */
    private String hiddenCustomer() {
        Answer created =
                TestClient.as("clerk", port)
                        .post(
                                "/api/customers",
                                body().put("type", "ORGANISATION")
                                        .put("name", "越权测试" + Ids.next()));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        return created.id();
    }

    /** Other tests were refused the same before. */
    private final Instant begun = Instant.now();

    private List<Map<String, Object>> kept(String act, String inReason) {
        return jdbc.sql(
                        """
                        select actor_user_name, subject_type, subject_id, subject_title, customer_id, reason, result
                        from audit_event where act = :act and reason like '%' || :reason || '%' and at >= :begun
                        """)
                .param("begun", begun.atOffset(ZoneOffset.UTC))
                .param("act", act)
                .param("reason", inReason)
                .query()
                .listOfRows();
    }

    @Test
    void keepsThatSomebodyAskedForWhatHeMayNotSee() {
        String hidden = hiddenCustomer();

        Answer refused = TestClient.as("sales", port).get("/api/customers/" + hidden);

        assertThat(refused.status()).isEqualTo(404);
        assertThat(kept("access.refused", hidden))
                .singleElement()
                .satisfies(
                        event ->
                                assertThat(event)
                                        .containsEntry("actor_user_name", "sales")
                                        .containsEntry("subject_type", "customer")
                                        .containsEntry("subject_id", UUID.fromString(hidden))
                                        .containsEntry("customer_id", UUID.fromString(hidden))
                                        .containsEntry("subject_title", null)
                                        .containsEntry("result", "REFUSED")
                                        .containsEntry(
                                                "reason",
                                                "not-found GET /api/customers/" + hidden));
    }

    @Test
    void answersForWhatIsNotThereWithTheSameBytes() {
        TestClient sales = TestClient.as("sales", port);
        String hidden = hiddenCustomer();
        String missing = Ids.next().toString();

        Answer invisible = sales.get("/api/customers/" + hidden);
        Answer absent = sales.get("/api/customers/" + missing);

        assertThat(invisible.text().replace(hidden, missing)).isEqualTo(absent.text());
        assertThat(kept("access.missing", missing)).hasSize(1);
        assertThat(kept("access.refused", missing)).isEmpty();
    }

    @Test
    void keepsTheThingThatAQueryNames() {
        String hidden = hiddenCustomer();

        TestClient.as("sales", port).get("/api/audit/events?subject=" + hidden);

        assertThat(kept("access.refused", "/api/audit/events"))
                .anySatisfy(
                        event ->
                                assertThat(event)
                                        .containsEntry("subject_id", UUID.fromString(hidden)));
    }

    @Test
    void keepsAWrongPageTokenWithWhoseItWas() {
        String hidden = hiddenCustomer();
        TestClient sales = TestClient.as("sales", port);

        Answer refused =
                sales.patch("/api/customers/" + hidden, body(), "X-XSRF-TOKEN", "made-up-token");

        assertThat(refused.slug()).isEqualTo("csrf-token-invalid");
        assertThat(kept("access.page-refused", hidden))
                .singleElement()
                .satisfies(event -> assertThat(event).containsEntry("actor_user_name", "sales"));
    }

    @Test
    void keepsARefusedTokenAndBoundsWhatStrangersCanFill() {
        TestClient stranger = TestClient.from("127.0.8.9", port);
        String missing = Ids.next().toString();
        for (int i = 0; i < 100; i++) {
            stranger.get("/api/customers/" + missing, "Authorization", "Bearer kd_made-up");
        }

        assertThat(kept("token.refused", missing)).hasSizeBetween(1, 60);
    }

    @Test
    void keepsWhatAUseCaseRefuses() {
        TestClient sysadmin = TestClient.as("sysadmin", port);
        String me = sysadmin.get("/api/session").json().at("/person/id").asString();

        Answer refused = sysadmin.delete("/api/people/" + me + "/totp");

        assertThat(refused.slug()).isEqualTo("own-account");
        assertThat(kept("access.refused", "own-account DELETE /api/people/" + me))
                .singleElement()
                .satisfies(event -> assertThat(event).containsEntry("actor_user_name", "sysadmin"));
    }

    @Test
    void keepsNothingTwiceThatAUseCaseKeptItself() {
        TestClient sysadmin = TestClient.as("sysadmin", port);
        long before = refusedOf("sysadmin");

        assertThat(sysadmin.get("/api/search?q=abc").status()).isEqualTo(403);

        assertThat(refusedOf("sysadmin") - before).isEqualTo(1);
    }

    private long refusedOf(String userName) {
        return jdbc.sql(
                        "select count(*) from audit_event where actor_user_name = :name and"
                                + " result = 'REFUSED'")
                .param("name", userName)
                .query(Long.class)
                .single();
    }

    /** The owner does not learn from the timeline who else tried. */
    @Test
    void showsAttemptsToThoseWhoWatchAlone() {
        String hidden = hiddenCustomer();
        TestClient.as("sales", port).get("/api/customers/" + hidden);
        String timeline = "/api/audit/events?subject=" + hidden;

        assertThat(TestClient.as("clerk", port).get(timeline).text())
                .doesNotContain("access.refused");
        assertThat(TestClient.as("auditor", port).get(timeline).text()).contains("access.refused");
    }
}
