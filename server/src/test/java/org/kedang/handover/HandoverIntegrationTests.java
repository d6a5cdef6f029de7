package org.kedang.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.registration.RegistrationFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Handing customers over, as people do it. */
@IntegrationTest
class HandoverIntegrationTests {
    private static final int LARGE = 450;

    @LocalServerPort int port;
    @Autowired CarryingHandovers carrying;
    @Autowired Handovers handovers;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private TestClient sales;
    private TestClient head;

    @BeforeEach
    void signIn() {
        // the tests carry on themselves, when it is time
        jdbc.sql(
                        "update scheduled_tasks set execution_time = now() + interval '1 day' where"
                                + " task_name = 'handover-carry'")
                .update();
        sales = TestClient.as("sales", port);
        head = TestClient.as("head", port);
    }

    private String person(String userName) {
        return jdbc.sql("select id::text from person where user_name = :name")
                .param("name", userName)
                .query(String.class)
                .single();
    }

    /** Customers of the saleswoman, entered without telling the log. */
    private List<String> customers(int n) {
        String run = UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql(
                        """
                        insert into customer (id, version, number, type, name, name_key, kind, owner_id, department_id,
                            created_at, created_by, updated_at, updated_by)
                        select gen_random_uuid(), 0, 'Y' || :run || i, 'ORGANISATION', '移交客户' || :run || i, :run || i, 'GENERAL',
                            p.id, p.department_id, now(), p.id, now(), p.id
                        from generate_series(1, :n) i, person p where p.user_name = 'sales'
                        """)
                .param("run", run)
                .param("n", n)
                .update();
        return jdbc.sql("select id::text from customer where number like 'Y' || :run || '%'")
                .param("run", run)
                .query(String.class)
                .list();
    }

    private static ObjectNode wish(List<String> customers, String taker) {
        ObjectNode wish = body().put("toPerson", taker).put("reason", "岗位调整，交接客户");
        ArrayNode ids = wish.putObject("selection").putArray("customers");
        customers.forEach(ids::add);
        return wish;
    }

    private Answer handOver(List<String> customers) {
        return sales.post("/api/handovers", wish(customers, person("clerk")));
    }

    private JsonNode handover(String id) {
        return sales.get("/api/handovers/" + id).json();
    }

    private void approve(Answer handover) {
        RegistrationFixture.approve(head, handover.json().path("requestId").asString());
    }

    private List<String> owners(List<String> customers) {
        return jdbc.sql(
                        """
                        select distinct p.user_name from customer c join person p on p.id = c.owner_id
                        where c.id = any(cast(:ids as uuid[])) order by 1
                        """)
                .param("ids", customers.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** How often the log says that one of these was given to somebody. */
    private List<Integer> timesGiven(List<String> customers) {
        return jdbc.sql(
                        """
                        select distinct count(*) from audit_event where act = 'customer.entrusted'
                            and subject_id = any(cast(:ids as uuid[])) group by subject_id
                        """)
                .param("ids", customers.toArray(String[]::new))
                .query(Integer.class)
                .list();
    }

    @Test
    void givesAFewAtOnce() {
        List<String> three = customers(3);

        Answer done = handOver(three);

        assertThat(done.status()).as(done.text()).isEqualTo(201);
        assertThat(done.json().path("state").asString()).isEqualTo("DONE");
        assertThat(owners(three)).containsExactly("clerk");
        assertThat(timesGiven(three)).containsExactly(1);
        assertThat(sales.get("/api/customers/" + three.getFirst()).status()).isEqualTo(404);
        JsonNode lines = sales.get("/api/handovers/" + done.id() + "/lines").json();
        assertThat(lines.path("total").asInt()).isEqualTo(3);
        assertThat(lines.at("/items/0/oldOwnerName").asString()).isEqualTo("李晓梅");
        assertThat(head.get("/api/handovers/" + done.id()).status()).isEqualTo(404);
    }

    @Test
    void letsTheHeadsDecideAboutMany() {
        List<String> many = customers(LARGE);

        Answer asked = handOver(many);

        assertThat(asked.json().path("state").asString()).isEqualTo("ASKED");
        assertThat(owners(many)).containsExactly("sales");
        approve(asked);
        assertThat(handover(asked.id()).path("state").asString()).isEqualTo("RUNNING");
        carrying.carry();
        JsonNode done = handover(asked.id());
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(done.path("done").asInt()).isEqualTo(LARGE);
        assertThat(owners(many)).containsExactly("clerk");
        assertThat(timesGiven(many)).containsExactly(1);
    }

    @Test
    void goesOnWhereAKilledNodeStood() throws Exception {
        List<String> many = customers(LARGE);
        Answer asked = handOver(many);
        approve(asked);

        transaction.executeWithoutResult(
                killed -> {
                    carrying.carry();
                    killed.setRollbackOnly();
                });
        assertThat(owners(many)).containsExactly("sales");
        Callable<Boolean> node =
                () -> {
                    carrying.carry();
                    return true;
                };
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var end : nodes.invokeAll(Collections.nCopies(4, node))) {
                assertThat(end.get()).isTrue();
            }
        }

        assertThat(handover(asked.id()).path("state").asString()).isEqualTo("DONE");
        assertThat(owners(many)).containsExactly("clerk");
        assertThat(timesGiven(many)).containsExactly(1);
    }

    @Test
    void leavesAloneWhatSomebodyGaveAwayMeanwhile() {
        List<String> many = customers(25);
        Answer asked = handOver(many);
        jdbc.sql("update customer set owner_id = cast(:head as uuid) where id = cast(:id as uuid)")
                .param("head", person("head"))
                .param("id", many.getFirst())
                .update();
        approve(asked);

        carrying.carry();

        assertThat(owners(List.of(many.getFirst()))).containsExactly("head");
        assertThat(handover(asked.id()).path("skipped").asInt()).isEqualTo(1);
        assertThat(handover(asked.id()).path("done").asInt()).isEqualTo(24);
    }

    @Test
    void stopsWhenItIsCancelled() {
        List<String> many = customers(30);
        Answer asked = handOver(many);
        approve(asked);

        Answer stopped =
                sales.post(
                        "/api/handovers/" + asked.id() + "/cancel", body().put("reason", "选错了人"));
        carrying.carry();

        assertThat(stopped.json().path("state").asString()).isEqualTo("CANCELLED");
        assertThat(owners(many)).containsExactly("sales");
        assertThat(
                        sales.post(
                                        "/api/handovers/" + asked.id() + "/cancel",
                                        body().put("reason", "再次"))
                                .slug())
                .isEqualTo("handover-over");
        assertThat(handOver(many).status()).isEqualTo(201);
    }

    @Test
    void withdrawsTheRequestWithIt() {
        Answer asked = handOver(customers(21));

        sales.post("/api/handovers/" + asked.id() + "/cancel", body().put("reason", "不移交了"));

        assertThat(
                        sales.get("/api/approvals/" + asked.json().path("requestId").asString())
                                .json()
                                .path("state")
                                .asString())
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void isOverWhenTheHeadRefuses() {
        List<String> many = customers(22);
        Answer asked = handOver(many);
        String request = asked.json().path("requestId").asString();

        head.post(
                RegistrationFixture.task(head, request) + "/reject",
                body().put("opinion", "先核对欠款"));

        assertThat(handover(asked.id()).path("state").asString()).isEqualTo("REFUSED");
        assertThat(owners(many)).containsExactly("sales");
    }

    @Test
    void givesNothingTwiceAtTheSameTime() {
        List<String> many = customers(23);
        handOver(many);

        assertThat(handOver(many).slug()).isEqualTo("nothing-to-hand-over");
    }

    @Test
    void saysBeforehandHowMany() {
        JsonNode preview =
                sales.post("/api/handovers/preview", wish(customers(20), person("clerk"))).json();

        assertThat(preview.path("count").asInt()).isEqualTo(20);
        assertThat(preview.path("needsApproval").asBoolean()).isTrue();
    }

    @Test
    void takesOnlyWhatOneMayChange() {
        String others = RegistrationFixture.complete(TestClient.as("clerk", port));

        assertThat(sales.post("/api/handovers", wish(List.of(others), person("head"))).slug())
                .isEqualTo("nothing-to-hand-over");
    }

    @ParameterizedTest
    @CsvSource({
        "toPerson, sysadmin, handover-taker-unfit",
        "toPerson, nobody, invalid-input",
        "reason, '', invalid-input",
        "selection, none, invalid-input",
        "toDepartment, nowhere, invalid-input",
    })
    void refusesWhatCannotBe(String field, String value, String slug) {
        List<String> one = customers(1);
        ObjectNode wish = wish(one, person("clerk"));
        switch (value) {
            case "sysadmin" -> wish.put(field, person(value));
            case "none" -> wish.putObject(field);
            case "nobody", "nowhere" -> wish.put(field, UUID.randomUUID().toString());
            default -> wish.put(field, value);
        }

        Answer answer = sales.post("/api/handovers", wish);

        assertThat(answer.slug()).as(answer.text()).isEqualTo(slug);
        assertThat(owners(one)).containsExactly("sales");
    }
}
