package org.kedang.deletion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kedang.IntegrationTest;
import org.kedang.OldProof;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A deletion from the request to the register. */
@IntegrationTest
class DeletionIntegrationTests {
    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private TestClient sales;
    private TestClient administrator;
    private String name = "";
    private String customer = "";
    private String number = "";

    @BeforeEach
    void registerACustomer() {
        sales = TestClient.as("sales", port);
        administrator = TestClient.as("sysadmin", port);
        name = "删除" + UUID.randomUUID().toString().substring(0, 12);
        register();
    }

    private void register() {
        Answer kept =
                sales.post(
                        "/api/customers",
                        body().put("type", "ORGANISATION")
                                .put("name", name)
                                .put("phone", "0575-88001234")
                                .put("acceptDuplicates", true));
        customer = kept.id();
        number = kept.json().path("number").asString();
    }

    private Answer request() {
        return request("WISH");
    }

    private Answer request(String basis) {
        ObjectNode asked = body().put("type", "customer-deletion").put("reason", "客户来函要求删除其资料");
        asked.putObject("fields").put("number", number).put("basis", basis);
        return sales.post("/api/approvals", asked);
    }

    private void approve(Answer request, String userName) {
        TestClient who = TestClient.as(userName, port);
        String task = who.get("/api/approvals/" + request.id()).json().path("task").asString();
        Answer approved = who.post("/api/approval-tasks/" + task + "/approve", body());
        assertThat(approved.status()).as(approved.text()).isLessThan(300);
    }

    /** Asked for and agreed to; where it is done. */
    private String approved() {
        Answer request = request();
        assertThat(request.status()).as(request.text()).isEqualTo(201);
        approve(request, "head");
        approve(request, "clerk");
        for (JsonNode one :
                administrator.get("/api/deletions?size=200&state=APPROVED").json().path("items")) {
            if (one.path("customerNumber").asString().equals(number)) {
                return "/api/deletions/" + one.path("id").asString();
            }
        }
        throw new AssertionError("not approved: " + number);
    }

    private JsonNode line() {
        return administrator.get("/api/deletion-register?q=" + number).json().at("/items/0");
    }

    private void consent() {
        sales.post(
                "/api/customers/" + customer + "/consents",
                body().put("purposeId", "01930000-0000-7000-8000-000000000303")
                        .put("saidOn", "2026-01-05")
                        .put("channel", "MAIL")
                        .put("proof", "邮件"));
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from " + table + " where customer_id = :id")
                .param("id", UUID.fromString(customer))
                .query(Long.class)
                .single();
    }

    @Test
    void erasesTheCustomerAndAllThatIsKeptAndWritesTheRegister() {
        consent();
        String one = approved();
        JsonNode outlook = administrator.get(one + "/outlook").json();
        assertThat(outlook.path("contents").toString()).contains("同意记录");
        assertThat(outlook.path("hindrances")).isEmpty();
        assertThat(outlook.path("changed").asBoolean()).isFalse();

        Answer done = administrator.post(one + "/execution", body());

        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(sales.get("/api/customers/" + customer).status()).isEqualTo(404);
        assertThat(rows("consent_event")).isZero();
        assertThat(rows("customer_version")).isZero();
        JsonNode line = line();
        assertThat(line.path("number").asString()).isEqualTo(done.json().path("number").asString());
        assertThat(line.path("requestedBy").asString()).isEqualTo("李晓梅");
        assertThat(line.path("approvedBy").valueStream().map(JsonNode::asString))
                .containsExactly("陈志远", "王建国");
        assertThat(line.path("executedBy").asString()).isEqualTo("赵强");
        assertThat(line.path("erased").toString()).contains("同意记录");
        assertThat(line.path("backupsUntil").asString()).isGreaterThan("2026");
        assertThat(line.toString()).doesNotContain(name);
        String check = "/api/deletion-register/" + line.path("id").asString() + "/check";
        assertThat(same(check, name)).isTrue();
        assertThat(same(check, name + "甲")).isFalse();
        assertThat(
                        jdbc.sql("select act from audit_event where customer_id = :id")
                                .param("id", UUID.fromString(customer))
                                .query(String.class)
                                .list())
                .as("the log stays")
                .contains("customer.registered", "deletion.executed");
    }

    private boolean same(String check, String typed) {
        return administrator.post(check, body().put("name", typed)).json().path("same").asBoolean();
    }

    @Test
    void leavesOtherCustomersAsTheyAreAndGivesNoNumberAgain() {
        String gone = number;
        String one = approved();
        String goneId = customer;
        register();
        consent();

        administrator.post(one + "/execution", body());

        assertThat(sales.get("/api/customers/" + customer).status()).isEqualTo(200);
        assertThat(rows("consent_event")).isOne();
        register();
        assertThat(number).isNotEqualTo(gone);
        assertThat(sales.get("/api/customers/" + goneId).status()).isEqualTo(404);
    }

    @Test
    void isHinderedByArchives() {
        sales.post(
                "/api/dossiers",
                body().put("customerId", customer).put("title", "往来资料").put("classCode", "KH·02"));
        Answer hindered = request();

        assertThat(hindered.status()).as(hindered.text()).isEqualTo(409);
        assertThat(hindered.slug()).isEqualTo("deletion-hindered");
        assertThat(hindered.json().path("zh").asString()).contains("案卷 1 卷");
    }

    @Test
    void isHinderedByBranches() {
        String parent = customer;
        String parentNumber = number;
        register();
        sales.patch(
                "/api/customers/" + customer, body().put("parentId", parent), "If-Match", "\"0\"");
        number = parentNumber;

        assertThat(request().json().path("zh").asString()).contains("下级单位 1 家");
    }

    @Test
    void isHinderedByWhatCameAfterTheApproval() {
        String one = approved();
        sales.post(
                "/api/dossiers",
                body().put("customerId", customer).put("title", "往来资料").put("classCode", "KH·02"));

        assertThat(administrator.post(one + "/execution", body()).slug())
                .isEqualTo("deletion-hindered");
        assertThat(sales.get("/api/customers/" + customer).status()).isEqualTo(200);
    }

    @Test
    void isDoneOnceWhenTwoDoItAtOnce() throws Exception {
        String one = approved();
        TestClient other = TestClient.as("sysadmin", port);

        List<Future<Answer>> both;
        try (var threads = Executors.newFixedThreadPool(2)) {
            both =
                    threads.invokeAll(
                            List.<Callable<Answer>>of(
                                    () -> administrator.post(one + "/execution", body()),
                                    () -> other.post(one + "/execution", body())));
        }
        List<Integer> statuses = List.of(both.get(0).get().status(), both.get(1).get().status());

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        assertThat(
                        jdbc.sql(
                                        "select count(*) from deletion_register where"
                                                + " customer_number = :n")
                                .param("n", number)
                                .query(Long.class)
                                .single())
                .isOne();
    }

    @Test
    void isNotDoneToACustomerThatWasChangedSince() {
        String one = approved();
        sales.patch("/api/customers/" + customer, body().put("note", "恢复往来"), "If-Match", "\"0\"");

        assertThat(administrator.get(one + "/outlook").json().path("changed").asBoolean()).isTrue();
        assertThat(administrator.post(one + "/execution", body()).slug())
                .isEqualTo("customer-changed-since");
        assertThat(sales.get("/api/customers/" + customer).status()).isEqualTo(200);

        assertThat(
                        administrator
                                .post(one + "/abandonment", body().put("reason", "客户恢复往来"))
                                .status())
                .isEqualTo(204);
        assertThat(administrator.post(one + "/execution", body()).slug())
                .isEqualTo("deletion-over");
        assertThat(request("OTHER").status()).as("can be asked for anew").isEqualTo(201);
    }

    @Test
    void isDoneByNobodyWhoHadAPartInIt() {
        String one = approved();
        UUID id = UUID.fromString(one.substring(one.lastIndexOf('/') + 1));
        UUID requester =
                jdbc.sql("select requested_by from customer_deletion where id = :id")
                        .param("id", id)
                        .query(UUID.class)
                        .single();
        UUID administratorId = person("sysadmin");
        jdbc.sql("update customer_deletion set requested_by = :by where id = :id")
                .param("by", administratorId)
                .param("id", id)
                .update();
        try {
            assertThat(administrator.post(one + "/execution", body()).slug())
                    .isEqualTo("deletion-second-person");
            assertThatThrownBy(
                            () ->
                                    jdbc.sql(
                                                    "update customer_deletion set state ="
                                                            + " 'EXECUTED', ended_at = now(),"
                                                            + " ended_by = requested_by where id ="
                                                            + " :id")
                                            .param("id", id)
                                            .update())
                    .hasStackTraceContaining("customer_deletion_second_person");
        } finally {
            jdbc.sql("update customer_deletion set requested_by = :by where id = :id")
                    .param("by", requester)
                    .param("id", id)
                    .update();
        }
        for (String userName : List.of("sales", "head", "clerk", "gm", "secadmin")) {
            assertThat(TestClient.as(userName, port).post(one + "/execution", body()).status())
                    .as(userName)
                    .isEqualTo(403);
        }
    }

    @Test
    void asksForAFreshProof() {
        String one = approved();
        TestClient stale = TestClient.as("sysadmin", port);
        OldProof.of(person("sysadmin"), jdbc, clock.instant());

        assertThat(stale.post(one + "/execution", body()).slug()).isEqualTo("step-up-required");
    }

    private UUID person(String userName) {
        return jdbc.sql("select id from person where user_name = :name")
                .param("name", userName)
                .query(UUID.class)
                .single();
    }

    @Test
    void waitsOnlyOnceForACustomer() {
        Answer first = request();
        Answer second = request();
        approve(first, "head");
        approve(first, "clerk");

        approve(second, "head");
        TestClient clerk = TestClient.as("clerk", port);
        String task = clerk.get("/api/approvals/" + second.id()).json().path("task").asString();
        assertThat(clerk.post("/api/approval-tasks/" + task + "/approve", body()).slug())
                .isEqualTo("deletion-waiting");
        assertThat(request().slug()).isEqualTo("deletion-waiting");
    }

    @ParameterizedTest
    @CsvSource({
        "number, C99999999, fields.number",
        "number, '', fields.number",
        "basis, NONSENSE, fields.basis",
        "basis, '', fields.basis",
        "case, QL2026-00001-and-much-too-long, fields.case"
    })
    void refusesBadInput(String field, String value, String told) {
        ObjectNode asked = body().put("type", "customer-deletion").put("reason", "重复登记");
        asked.putObject("fields").put("number", number).put("basis", "DUPLICATE").put(field, value);

        Answer refused = sales.post("/api/approvals", asked);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/fields/0/name").asString()).isEqualTo(told);
        assertThat(refused.json().at("/fields/0/zh").asString()).matches(".*\\p{IsHan}.*");
    }

    @Test
    void letsTheApplicationChangeNoLineOfTheRegister() {
        for (String sql :
                List.of(
                        "update deletion_register set reason = 'x'",
                        "delete from deletion_register",
                        "delete from customer_deletion")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .as(sql)
                    .hasStackTraceContaining("permission denied");
        }
    }
}
