package org.kedang.walk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.UUID;

/** How often submitting and deciding ask the database: each statement costs both sides. */
@IntegrationTest
class RoundIntegrationTests {
    /** Two fewer is usual: once in a while a session is written, or a type read again. */
    private static final int MOST = 20;

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;

    @Test
    void submittingAndDecidingAskTheDatabaseSeldom() {
        TestClient sales = TestClient.as("sales", port);
        TestClient head = TestClient.as("head", port);
        String type = type();
        round(sales, head, type);
        List<List<String>> round = round(sales, head, type);
        assertThat(round.get(0)).as("submitting").hasSizeLessThanOrEqualTo(MOST);
        assertThat(round.get(1)).as("deciding").hasSizeLessThanOrEqualTo(MOST);
    }

    private String type() {
        TestClient administrator = TestClient.as("sysadmin", port);
        String code = "g-" + UUID.randomUUID().toString().substring(0, 8);
        ObjectNode wanted = TestClient.body().put("code", code);
        wanted.putObject("name").put("zh", "测次数").put("en", "Round");
        wanted.put(
                "departmentId",
                administrator
                        .get("/api/departments")
                        .json()
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString());
        ObjectNode field = wanted.putArray("fields").addObject();
        field.put("name", "note").put("kind", "TEXT").put("required", true);
        field.putObject("label").put("zh", "事由").put("en", "Note");
        field.putArray("options");
        Answer answer = administrator.post("/api/approval-types", wanted);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return code;
    }

    /** The statements of submitting, and of deciding. */
    private List<List<String>> round(TestClient sales, TestClient head, String type) {
        ObjectNode wanted = TestClient.body().put("type", type).put("reason", "测次数");
        wanted.putObject("fields").put("note", "测次数");
        String submitting = StatementLedger.open();
        Answer submitted = sales.post("/api/approvals", wanted, StatementLedger.HEADER, submitting);
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(201);
        UUID task =
                jdbc.sql("select id from approval_task where request_id = :id and state = 'OPEN'")
                        .param("id", UUID.fromString(submitted.id()))
                        .query(UUID.class)
                        .single();
        String deciding = StatementLedger.open();
        Answer decided =
                head.post(
                        "/api/approval-tasks/" + task + "/approve",
                        TestClient.body(),
                        StatementLedger.HEADER,
                        deciding);
        assertThat(decided.status()).as(decided.text()).isEqualTo(204);
        return List.of(StatementLedger.close(submitting), StatementLedger.close(deciding));
    }
}
