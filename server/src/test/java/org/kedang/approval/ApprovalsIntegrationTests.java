package org.kedang.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Requests over HTTP, as people meet them. */
@IntegrationTest
class ApprovalsIntegrationTests {
    @LocalServerPort int port;
    @Autowired ApprovalDesk desk;
    @Autowired JdbcClient jdbc;

    @Test
    void takesAGeneralRequestFromItsDefinitionToItsApproval() {
        TestClient head = as("head");
        String code = "g-" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(as("sales").post("/api/approval-types", general(code)).slug())
                .isEqualTo("not-head");
        assertThat(head.post("/api/approval-types", general(code)).status()).isEqualTo(204);
        assertThat(head.post("/api/approval-types", general(code)).slug())
                .isEqualTo("request-type-exists");
        TestClient sales = as("sales");
        JsonNode type = type(sales, code);
        assertThat(type.at("/fields/0/label/zh").asString()).isEqualTo("天数");
        assertThat(type.path("mayRetire").asBoolean()).isFalse();
        assertThat(type(head, code).path("mayRetire").asBoolean()).isTrue();
        int before = head.get("/api/approvals/count").json().path("todo").asInt();

        Answer wrong = sales.post("/api/approvals", general(code, 40));
        assertThat(wrong.json().at("/fields/0/name").asString()).isEqualTo("fields.days");
        Answer submitted = sales.post("/api/approvals", general(code, 3));

        assertThat(submitted.status()).as(submitted.text()).isEqualTo(201);
        assertThat(submitted.json().path("number").asString()).matches("SQ\\d{4}-\\d{6,}");
        String request = "/api/approvals/" + submitted.id();
        assertThat(submitted.header("Location")).contains(request);
        assertThat(head.get("/api/approvals/count").json().path("todo").asInt())
                .isEqualTo(before + 1);
        JsonNode line = head.get("/api/approvals").json().at("/items/0");
        assertThat(line.path("id").asString()).isEqualTo(submitted.id());
        assertThat(line.at("/step/zh").asString()).isEqualTo("部门负责人");
        assertThat(as("clerk").get(request).status()).isEqualTo(404);
        assertThat(as("auditor").get(request).status()).isEqualTo(200);
        JsonNode card = head.get(request).json();
        assertThat(card.at("/fields/days").asInt()).isEqualTo(3);
        assertThat(sales.get(request).json().has("task")).isFalse();
        assertThat(sales.post(request + "/urge", body()).status()).isEqualTo(204);
        assertThat(sales.post(request + "/urge", body()).slug()).isEqualTo("urged-lately");

        String task = "/api/approval-tasks/" + card.path("task").asString();
        assertThat(head.post(task + "/reject", body()).slug()).isEqualTo("invalid-input");
        Answer approved = head.post(task + "/approve", body().put("opinion", "同意"));

        assertThat(approved.status()).as(approved.text()).isEqualTo(204);
        JsonNode after = sales.get(request).json();
        assertThat(after.path("state").asString()).isEqualTo("APPROVED");
        assertThat(after.at("/way/0/tasks/0/opinion").asString()).isEqualTo("同意");
        assertThat(after.at("/way/0/tasks/0/personName").asString()).isEqualTo("陈志远");
        assertThat(head.post(task + "/approve", body()).slug()).isEqualTo("task-already-decided");
        JsonNode done = head.get("/api/approvals?box=DONE").json().at("/items/0");
        assertThat(done.path("decision").asString()).isEqualTo("APPROVED");
        assertThat(sales.get("/api/approvals?box=MINE").json().at("/items/0/number"))
                .isEqualTo(after.path("number"));
        assertThat(head.delete("/api/approval-types/" + code).status()).isEqualTo(204);
        assertThat(sales.post("/api/approvals", general(code, 3)).slug())
                .isEqualTo("request-type-retired");
    }

    private ObjectNode general(String code) {
        ObjectNode type = body().put("code", code);
        type.putObject("name").put("zh", "外出申请").put("en", "Errand");
        type.put("departmentId", desk.department("YX").toString());
        ObjectNode field =
                type.putArray("fields")
                        .addObject()
                        .put("name", "days")
                        .put("kind", "NUMBER")
                        .put("required", true)
                        .put("least", 1)
                        .put("most", 30);
        field.putObject("label").put("zh", "天数").put("en", "Days");
        field.putArray("options");
        return type;
    }

    private static ObjectNode general(String code, int days) {
        ObjectNode request = body().put("type", code).put("reason", "拜访客户");
        request.putObject("fields").put("days", days);
        return request;
    }

    private static JsonNode type(TestClient client, String code) {
        return client.get("/api/approval-types")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void opensALockedAccountByASecondPerson() {
        Actor locked = desk.newcomer("XS");
        jdbc.sql("update person set state = 'LOCKED' where id = :id")
                .param("id", locked.id())
                .update();
        ObjectNode asked = body().put("type", "unlock-account").put("reason", "忘记密码被锁");
        asked.putObject("fields").put("person", locked.id().toString());

        Answer submitted = as("sales").post("/api/approvals", asked);

        assertThat(submitted.status()).as(submitted.text()).isEqualTo(201);
        assertThat(submitted.json().path("title").asString()).contains(locked.name());
        assertThat(state(locked)).isEqualTo("LOCKED");
        TestClient officer = as("secadmin");
        String task =
                officer.get("/api/approvals/" + submitted.id()).json().path("task").asString();
        assertThat(officer.post("/api/approval-tasks/" + task + "/approve", body()).status())
                .isEqualTo(204);
        assertThat(state(locked)).isEqualTo("ACTIVE");
        assertThat(
                        jdbc.sql(
                                        "select actor_user_name from audit_event where act ="
                                                + " 'person.unlocked' and subject_id = :id")
                                .param("id", locked.id())
                                .query(String.class)
                                .single())
                .isEqualTo("secadmin");
    }

    private String state(Actor person) {
        return jdbc.sql("select state from person where id = :id")
                .param("id", person.id())
                .query(String.class)
                .single();
    }

    @Test
    void asksOthersBeforeAfterAndInstead() {
        Actor requester = desk.newcomer("DA");
        Actor head = desk.known("head");
        Actor clerk = desk.known("clerk");
        Actor gm = desk.known("gm");
        UUID request = desk.submit(requester, "trial-all", head);
        String task = "/api/approval-tasks/" + desk.task(request, head);
        TestClient client = as("head");

        assertThat(client.post(task + "/signers", who(requester).put("before", true)).slug())
                .isEqualTo("signer-unfit");
        assertThat(client.post(task + "/signers", who(clerk).put("before", true)).status())
                .isEqualTo(204);
        assertThat(client.post(task + "/approve", body()).slug()).isEqualTo("task-already-decided");
        assertThat(desk.asked(request)).containsExactly(clerk.id());
        JsonNode added = as("head").get("/api/approvals/" + request).json();
        assertThat(
                        added.at("/way/0/tasks")
                                .valueStream()
                                .filter(t -> t.path("mayRemove").asBoolean()))
                .hasSize(1);
        assertThat(client.delete("/api/approval-tasks/" + desk.task(request, clerk)).status())
                .isEqualTo(204);
        assertThat(desk.asked(request)).containsExactly(head.id());

        assertThat(client.post(task + "/delegate", who(clerk)).status()).isEqualTo(204);
        assertThat(
                        as("clerk")
                                .post(
                                        "/api/approval-tasks/"
                                                + desk.task(request, clerk)
                                                + "/reject",
                                        body().put("opinion", "材料不够"))
                                .status())
                .isEqualTo(204);
        assertThat(desk.asked(request)).containsExactly(head.id());
        assertThat(desk.state(request)).isEqualTo("OPEN");

        assertThat(client.post(task + "/transfer", who(gm)).status()).isEqualTo(204);
        assertThat(desk.asked(request)).containsExactly(gm.id());
        assertThat(client.post(task + "/approve", body()).slug()).isEqualTo("task-already-decided");
        String own = "/api/approval-tasks/" + desk.task(request, gm);
        assertThat(as("gm").post(own + "/approve", body()).status()).isEqualTo(204);
        assertThat(desk.state(request)).isEqualTo("APPROVED");
        assertThat(desk.log(request))
                .contains(
                        "approval.signer-added",
                        "approval.signer-removed",
                        "approval.delegated",
                        "approval.transferred");
    }

    private static ObjectNode who(Actor person) {
        return body().put("person", person.id().toString());
    }

    @Test
    void letsADeputyDecideWhileOneIsAway() {
        Actor requester = desk.newcomer("DA");
        Actor head = desk.known("head");
        Actor clerk = desk.known("clerk");
        UUID request = desk.submit(requester, "trial-all", head);
        String card = "/api/approvals/" + request;
        assertThat(as("clerk").get(card).status()).isEqualTo(404);
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        ObjectNode deputy =
                body().put("deputyId", clerk.id().toString())
                        .put("firstDay", today)
                        .put("lastDay", today);

        TestClient away = as("head");
        assertThat(away.post("/api/approval-deputies", deputy).status()).isEqualTo(204);
        JsonNode line = as("clerk").get("/api/approvals").json().at("/items/0");
        assertThat(line.path("forName").asString()).isEqualTo("陈志远");
        String task = as("clerk").get(card).json().path("task").asString();
        assertThat(as("clerk").post("/api/approval-tasks/" + task + "/approve", body()).status())
                .isEqualTo(204);

        JsonNode part = as("head").get(card).json().at("/way/0/tasks/0");
        assertThat(part.path("personName").asString()).isEqualTo("陈志远");
        assertThat(part.path("decidedByName").asString()).isEqualTo("王建国");
        String id = away.get("/api/approval-deputies").json().at("/items/0/id").asString();
        assertThat(away.delete("/api/approval-deputies/" + id).status()).isEqualTo(204);
        assertThat(away.get("/api/approval-deputies").json().path("items")).isEmpty();
    }

    @Test
    void showsTheWayAheadCopiesAndLetsAnAdministratorStop() {
        Actor requester = desk.newcomer("DA");
        Actor head = desk.known("head");
        Actor other = desk.newcomer("XS");
        UUID request =
                desk.submit(
                        requester,
                        "trial-way",
                        Map.of("note", "大额", "amount", 20_000),
                        Map.of(
                                "first", List.of(head),
                                "big", List.of(other),
                                "left", List.of(other),
                                "right", List.of(other),
                                "last", List.of(other)));
        String card = "/api/approvals/" + request;
        TestClient client = as("head");

        assertThat(
                        client.get(card)
                                .json()
                                .path("ahead")
                                .valueStream()
                                .map(step -> step.path("node").asString()))
                .containsExactly("big", "left", "right", "last");
        ObjectNode copies = body();
        copies.putArray("people").add(desk.known("clerk").id().toString());
        assertThat(as("clerk").get(card).status()).isEqualTo(404);
        assertThat(client.post(card + "/copies", copies).status()).isEqualTo(204);
        assertThat(as("clerk").get(card).status()).isEqualTo(200);
        assertThat(as("clerk").get("/api/approvals?box=COPIED").json().at("/items/0/id").asString())
                .isEqualTo(request.toString());
        assertThat(client.post(card + "/terminate", body().put("reason", "错了")).slug())
                .isEqualTo("not-permitted");
        TestClient administrator = as("sysadmin");
        assertThat(administrator.post(card + "/terminate", body()).slug())
                .isEqualTo("invalid-input");
        assertThat(administrator.post(card + "/terminate", body().put("reason", "提错了类型")).status())
                .isEqualTo(204);
        assertThat(desk.state(request)).isEqualTo("TERMINATED");
        Answer bpmn = administrator.get("/api/approval-types/trial-way/bpmn");
        assertThat(bpmn.text()).contains("<userTask id=\"big\"");
    }

    private TestClient as(String userName) {
        return TestClient.as(userName, port);
    }
}
