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

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Agreeing to several requests at once. */
@IntegrationTest
class DecidingInBulkIntegrationTests {
    private static final String ALL = "/api/approval-tasks/approve-all";

    @LocalServerPort int port;
    @Autowired ApprovalDesk desk;

    @Test
    void decidesEachByItselfAndTellsWhatCameOfIt() {
        Actor requester = desk.newcomer("XS");
        Actor head = desk.known("head");
        UUID fine = desk.submit(requester, "trial-any", head);
        UUID failing =
                desk.submit(
                        requester,
                        "trial-any",
                        Map.of("note", TrialType.FAIL),
                        Map.of("sign", List.of(head)));
        UUID last = desk.submit(requester, "trial-any", head);
        UUID foreign = desk.submit(requester, "trial-any", desk.newcomer("XS"));
        UUID strange = UUID.fromString(task(foreign));

        Answer answer =
                head().post(ALL, tasks(task(fine), task(failing), strange.toString(), task(last)));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode items = answer.json().path("items");
        assertThat(items.valueStream().map(one -> one.path("done").asBoolean()))
                .containsExactly(true, false, false, true);
        assertThat(items.at("/1/slug").asString()).isEqualTo("unavailable");
        assertThat(items.at("/1/zh").asString()).isNotEmpty();
        assertThat(items.at("/2/slug").asString()).isEqualTo("not-found");
        assertThat(List.of(fine, failing, foreign, last))
                .extracting(desk::state)
                .containsExactly("APPROVED", "OPEN", "OPEN", "APPROVED");
        assertThat(desk.log(failing)).containsExactly("approval.submitted");
        assertThat(desk.log(last)).contains("approval.task-approved", "approval.approved");
    }

    @Test
    void decidesNothingOfSeveralTypes() {
        Actor requester = desk.newcomer("XS");
        Actor head = desk.known("head");
        UUID one = desk.submit(requester, "trial-any", head);
        UUID other = desk.submit(requester, "trial-all", head);

        assertThat(head().post(ALL, tasks(task(one), task(other))).slug())
                .isEqualTo("several-types");

        assertThat(List.of(one, other)).extracting(desk::state).containsOnly("OPEN");
    }

    @Test
    void leavesWhatMustBeLookedAtToBeLookedAt() {
        UUID secret = desk.submit(desk.newcomer("XS"), "trial-secret", desk.known("head"));

        assertThat(head().post(ALL, tasks(task(secret))).slug()).isEqualTo("not-in-batch");

        assertThat(desk.state(secret)).isEqualTo("OPEN");
        assertThat(line(secret).path("mayBatch").asBoolean()).isFalse();
        UUID plain = desk.submit(desk.newcomer("XS"), "trial-any", desk.known("head"));
        assertThat(line(plain).path("mayBatch").asBoolean()).isTrue();
    }

    @Test
    void refusesNoneAndTooMany() {
        assertThat(head().post(ALL, tasks()).slug()).isEqualTo("invalid-input");
        String[] many = new String[51];
        for (int i = 0; i < many.length; i++) {
            many[i] = UUID.randomUUID().toString();
        }
        assertThat(head().post(ALL, tasks(many)).slug()).isEqualTo("invalid-input");
    }

    private JsonNode line(UUID request) {
        return head().get("/api/approvals")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(request.toString()))
                .findFirst()
                .orElseThrow();
    }

    private TestClient head() {
        return TestClient.as("head", port);
    }

    private String task(UUID request) {
        return desk.tasks(request).getFirst().toString();
    }

    private static ObjectNode tasks(String... ids) {
        ObjectNode request = body().put("opinion", "同意");
        ArrayNode tasks = request.putArray("tasks");
        List.of(ids).forEach(tasks::add);
        return request;
    }
}
