package org.kedang.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.access.AccessFixture.Newcomer;
import org.kedang.kernel.ChinaTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/** New people, changes of position and appeals, from the request to its effect. */
@IntegrationTest
class AccessRequestsIntegrationTests {
    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;

    private AccessFixture people;

    @BeforeEach
    void sitDown() {
        people = new AccessFixture(port);
    }

    @Test
    void addsAPersonOnceTheHeadAgrees() {
        String userName = "p" + UUID.randomUUID().toString().substring(0, 8);

        Answer asked = submit("sysadmin", "new-person", person(userName));

        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        assertThat(asked.json().path("title").asString()).isEqualTo("新增人员：钱新，销售一部");
        assertThat(persons(userName)).isZero();
        assertThat(decide(asked, "head").status()).isEqualTo(204);
        assertThat(persons(userName)).isEqualTo(1);
        assertThat(
                        jdbc.sql(
                                        "select e.actor_user_name from audit_event e join person p"
                                            + " on p.id = e.subject_id where e.act = 'person.added'"
                                            + " and p.user_name = :name")
                                .param("name", userName)
                                .query(String.class)
                                .single())
                .isEqualTo("sysadmin");
    }

    @Test
    void refusesPeopleWhoDoNotFit() {
        String userName = "p" + UUID.randomUUID().toString().substring(0, 8);

        assertThat(submit("sales", "new-person", person(userName)).slug())
                .isEqualTo("not-permitted");
        Answer wrong = submit("sysadmin", "new-person", person("1" + userName));
        assertThat(wrong.json().at("/fields/0/name").asString()).isEqualTo("fields.userName");
        Answer one = submit("sysadmin", "new-person", person(userName));
        Answer same = submit("sysadmin", "new-person", person(userName));
        assertThat(decide(one, "head").status()).isEqualTo(204);
        assertThat(decide(same, "head").slug()).isEqualTo("user-name-taken");
        assertThat(state(same)).isEqualTo("OPEN");
    }

    @Test
    void changesAPositionOnceHeadAndOfficerAgree() {
        Newcomer newcomer = people.newcomer("档案室");

        Answer asked = submit("sales", "position-change", position(newcomer, "SALES"));

        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        assertThat(card(asked, "sales").at("/changes/0/after").asString()).startsWith("销售一部 ");
        assertThat(decide(asked, "head").status()).isEqualTo(204);
        assertThat(posts(newcomer)).isZero();
        assertThat(decide(asked, "secadmin").status()).isEqualTo(204);
        assertThat(posts(newcomer)).isEqualTo(1);
        assertThat(people.as(newcomer.userName()).get("/api/customers").status()).isEqualTo(200);
    }

    @Test
    void asksASecondPersonForAPositionWithAHighRole() {
        Newcomer newcomer = people.newcomer("档案室");
        Answer asked = submit("sales", "position-change", position(newcomer, "CLERK"));

        decide(asked, "head");
        assertThat(decide(asked, "secadmin").status()).isEqualTo(204);

        assertThat(posts(newcomer)).isZero();
        Answer waiting = people.as("gm").get("/api/rights-requests?personId=" + newcomer.id());
        assertThat(waiting.json().at("/items/0/state").asString()).isEqualTo("PENDING");
        String approval = waiting.json().at("/items/0/approvalId").asString();
        assertThat(decide(approval, "gm").status()).isEqualTo(204);
        assertThat(posts(newcomer)).isEqualTo(1);
    }

    @Test
    void givesBackWhatAReviewTookOnceAnAppealIsHeard() {
        Newcomer newcomer = people.newcomer("销售一部");
        ObjectNode role = body().put("role", "SALES");
        assertThat(submit(newcomer.userName(), "review-appeal", role).slug())
                .isEqualTo("nothing-taken-back");
        Newcomer reviewer = people.newcomer("销售一部");
        revoke(newcomer, reviewer.userName());
        TestClient member = people.as(newcomer.userName());
        assertThat(member.get("/api/customers").status()).isEqualTo(403);

        Answer asked = submit(newcomer.userName(), "review-appeal", role);

        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        assertThat(card(asked, newcomer.userName()).path("changes").toString())
                .contains("收回人", "销售一部");
        assertThat(isAsked(asked, "secadmin")).isFalse();
        assertThat(isAsked(asked, reviewer.userName())).isFalse();
        assertThat(isAsked(asked, "secadmin")).isFalse();
        assertThat(decide(asked, "head").status()).isEqualTo(204);
        assertThat(decide(asked, "secadmin").status()).isEqualTo(204);
        assertThat(member.get("/api/customers").status()).isEqualTo(200);
        assertThat(submit(newcomer.userName(), "review-appeal", role).slug())
                .isEqualTo("nothing-taken-back");
    }

    @Test
    void letsNobodyHearAnAppealAgainstHimself() {
        Newcomer newcomer = people.newcomer("销售一部");
        revoke(newcomer, "head");
        Answer asked = submit(newcomer.userName(), "review-appeal", body().put("role", "SALES"));

        // he heads the highest department that has a head: the guardian is asked
        assertThat(
                        jdbc.sql("select distinct origin from approval_task where request_id = :id")
                                .param("id", UUID.fromString(asked.id()))
                                .query(String.class)
                                .list())
                .containsExactly("GUARDIAN");
        assertThat(isAsked(asked, "head")).isFalse();
        assertThat(state(asked)).isEqualTo("OPEN");
        assertThat(people.as(newcomer.userName()).get("/api/customers").status()).isEqualTo(403);
    }

    /** As the review of a quarter does it. */
    private void revoke(Newcomer newcomer, String reviewer) {
        TestClient officer = people.as("secadmin");
        officer.post("/api/rights-requests", AccessFixture.role(newcomer.id(), "SALES"));
        UUID grant =
                jdbc.sql("select id from role_grant where person_id = :id")
                        .param("id", UUID.fromString(newcomer.id()))
                        .query(UUID.class)
                        .single();
        jdbc.sql(
                        """
                        insert into access_review (id, period, started_at, started_by, due_on, closed_at)
                        values (:id, '2001-Q1', now(), :id, date '2001-01-15', now()) on conflict do nothing
                        """)
                .param("id", UUID.randomUUID())
                .update();
        jdbc.sql(
                        """
                        insert into access_review_line (id, review_id, role_grant_id, person_id, department_id, role, office, state,
                                                        decided_by, decided_at)
                        select :id, (select id from access_review where period = '2001-Q1'), g.id, g.person_id, g.department_id,
                               g.role, false, 'REVOKED', (select id from person where user_name = :reviewer), now()
                        from role_grant g where g.id = :grant
                        """)
                .param("id", UUID.randomUUID())
                .param("reviewer", reviewer)
                .param("grant", grant)
                .update();
        officer.post(
                "/api/rights-requests",
                AccessFixture.request(body().put("kind", "END").put("grantId", grant.toString())));
    }

    private ObjectNode person(String userName) {
        return body().put("userName", userName)
                .put("name", "钱新")
                .put("department", people.department("销售一部"));
    }

    private ObjectNode position(Newcomer newcomer, String role) {
        UUID position = UUID.randomUUID();
        jdbc.sql("insert into position (id, code, name) values (:id, :code, :code)")
                .param("id", position)
                .param("code", "A" + newcomer.userName().toUpperCase(Locale.ROOT))
                .update();
        jdbc.sql("insert into position_role (position_id, role) values (:id, :role)")
                .param("id", position)
                .param("role", role)
                .update();
        return body().put("person", newcomer.id())
                .put("department", people.department("销售一部"))
                .put("position", position.toString())
                .put("since", LocalDate.now(ChinaTime.ZONE).toString());
    }

    private Answer submit(String userName, String type, ObjectNode fields) {
        ObjectNode request = body().put("type", type).put("reason", "工作需要");
        request.set("fields", fields);
        return people.as(userName).post("/api/approvals", request);
    }

    private Answer decide(Answer asked, String userName) {
        return decide(asked.id(), userName);
    }

    private Answer decide(String approval, String userName) {
        TestClient client = people.as(userName);
        String task = client.get("/api/approvals/" + approval).json().path("task").asString();
        return client.post("/api/approval-tasks/" + task + "/approve", body());
    }

    private boolean isAsked(Answer asked, String userName) {
        return card(asked, userName).has("task");
    }

    private JsonNode card(Answer asked, String userName) {
        return people.as(userName).get("/api/approvals/" + asked.id()).json();
    }

    private String state(Answer asked) {
        return jdbc.sql("select state from approval_request where id = :id")
                .param("id", UUID.fromString(asked.id()))
                .query(String.class)
                .single();
    }

    private long persons(String userName) {
        return jdbc.sql("select count(*) from person where user_name = :name")
                .param("name", userName)
                .query(Long.class)
                .single();
    }

    private long posts(Newcomer newcomer) {
        return jdbc.sql("select count(*) from post where person_id = :id and state = 'HELD'")
                .param("id", UUID.fromString(newcomer.id()))
                .query(Long.class)
                .single();
    }
}
