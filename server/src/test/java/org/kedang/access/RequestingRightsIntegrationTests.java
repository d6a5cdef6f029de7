package org.kedang.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.OldProof;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.access.AccessFixture.Newcomer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;

@IntegrationTest
class RequestingRightsIntegrationTests {
    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;

    private AccessFixture people;
    private TestClient officer;

    @BeforeEach
    void sitDown() {
        people = new AccessFixture(port);
        officer = people.as("secadmin");
    }

    @Test
    void givesWhatIsNotHighAtOnce() {
        Newcomer newcomer = people.newcomer("销售一部");

        Answer request =
                officer.post("/api/rights-requests", AccessFixture.role(newcomer.id(), "SALES"));

        assertThat(request.status()).isEqualTo(201);
        assertThat(request.json().path("state").asString()).isEqualTo("EFFECTIVE");
        assertThat(people.as(newcomer.userName()).get("/api/customers").status()).isEqualTo(200);
    }

    @Test
    void waitsForASecondPersonWithWhatIsHigh() {
        Newcomer newcomer = people.newcomer("档案室");
        TestClient member = people.as(newcomer.userName());
        Answer request =
                officer.post("/api/rights-requests", AccessFixture.role(newcomer.id(), "CLERK"));
        assertThat(request.json().path("state").asString()).isEqualTo("PENDING");
        assertThat(member.get("/api/customers").status()).isEqualTo(403);

        JsonNode card = people.as("gm").get(AccessFixture.approval(request)).json();
        assertThat(card.path("title").asString()).startsWith("高权限授权：").endsWith("授予角色 档案员");
        assertThat(card.path("changes").toString()).contains("立卷归档", "档案室", "长期");
        assertThat(people.approve(request, "gm").status()).isEqualTo(204);

        JsonNode approved = people.again(request).json();
        assertThat(approved.path("state").asString()).isEqualTo("EFFECTIVE");
        assertThat(approved.path("decidedByName").asString()).isEqualTo("周明华");
        assertThat(member.get("/api/customers").status()).isEqualTo(200);
    }

    @Test
    void letsNobodyApproveHisOwnRequestOrOneAboutHimself() {
        String gm = people.person("gm");
        Answer aboutGm =
                officer.post("/api/rights-requests", AccessFixture.clearance(gm, "PUBLIC"));
        assertThat(aboutGm.json().path("state").asString()).isEqualTo("EFFECTIVE");
        Answer raise = officer.post("/api/rights-requests", AccessFixture.clearance(gm, "SECRET"));
        assertThat(raise.json().path("state").asString()).isEqualTo("PENDING");
        String card = AccessFixture.approval(raise);

        assertThat(people.as("gm").get(card).json().has("task")).isFalse();
        assertThat(officer.get(card).json().has("task")).isFalse();
        assertThat(people.as("head").get(card).status()).isEqualTo(404);
        String task = people.task(raise, "sysadmin") + "/approve";
        assertThat(people.as("gm").post(task, body()).slug()).isEqualTo("not-found");
        assertThat(officer.post(task, body()).slug()).isEqualTo("not-found");
        assertThat(people.as("sysadmin").post(task, body()).status()).isEqualTo(204);
    }

    @Test
    void asksWhoeverApprovesForAFreshProof() {
        Newcomer newcomer = people.newcomer("档案室");
        Answer request =
                officer.post("/api/rights-requests", AccessFixture.role(newcomer.id(), "CLERK"));
        TestClient gm = people.as("gm");
        String task = people.task(request, "gm");
        OldProof.of(UUID.fromString(people.person("gm")), jdbc, Instant.now());

        assertThat(gm.post(task + "/approve", body()).slug()).isEqualTo("step-up-required");
        ObjectNode all = body();
        all.putArray("tasks").add(task.substring("/api/approval-tasks/".length()));
        assertThat(gm.post("/api/approval-tasks/approve-all", all).slug())
                .isEqualTo("not-in-batch");
        assertThat(people.again(request).json().path("state").asString()).isEqualTo("PENDING");

        gm.post("/api/session/step-up", body().put("password", TestClient.PASSWORD));
        assertThat(gm.post(task + "/approve", body()).status()).isEqualTo(204);
    }

    @Test
    void lendsNobodyTheSecondPersonsPart() {
        Newcomer newcomer = people.newcomer("档案室");
        Answer request =
                officer.post("/api/rights-requests", AccessFixture.role(newcomer.id(), "CLERK"));
        ObjectNode clerk = body().put("person", people.person("clerk"));
        assertThat(people.as("gm").post(people.task(request, "gm") + "/transfer", clerk).status())
                .isEqualTo(204);

        assertThat(people.approve(request, "clerk").slug()).isEqualTo("invalid-second-person");

        assertThat(people.again(request).json().path("state").asString()).isEqualTo("PENDING");
    }

    @Test
    void submitsOnlyThroughItsOwnPage() {
        Newcomer newcomer = people.newcomer("档案室");
        Answer request =
                officer.post("/api/rights-requests", AccessFixture.role(newcomer.id(), "CLERK"));
        assertThat(officer.get("/api/approval-types").text()).doesNotContain("high-right");
        ObjectNode again = body().put("type", "high-right").put("reason", "再提一次");
        again.putObject("fields").put("number", number(request));

        assertThat(people.as("sales").post("/api/approvals", again).slug())
                .isEqualTo("not-permitted");
        assertThat(people.approve(request, "gm").status()).isEqualTo(204);
        assertThat(officer.post("/api/approvals", again).slug())
                .isEqualTo("request-already-decided");
        again.putObject("fields").put("number", "QX-999999999");
        assertThat(officer.post("/api/approvals", again).slug()).isEqualTo("not-found");
    }

    private String number(Answer request) {
        return people.as("gm")
                .get(AccessFixture.approval(request))
                .json()
                .at("/fields/number")
                .asString();
    }

    @Test
    void doesNothingWhenAnAdministratorStopsIt() {
        Newcomer newcomer = people.newcomer("档案室");
        Answer request =
                officer.post("/api/rights-requests", AccessFixture.role(newcomer.id(), "CLERK"));

        Answer stopped =
                people.as("sysadmin")
                        .post(
                                AccessFixture.approval(request) + "/terminate",
                                body().put("reason", "人已离岗"));

        assertThat(stopped.status()).isEqualTo(204);
        assertThat(people.again(request).json().path("state").asString()).isEqualTo("REJECTED");
        assertThat(people.again(request).json().path("decisionReason").asString())
                .isEqualTo("人已离岗");
    }

    @Test
    void refusesToAskForOneself() {
        String me = officer.get("/api/session").json().at("/person/id").asString();

        assertThat(officer.post("/api/rights-requests", AccessFixture.role(me, "SALES")).slug())
                .isEqualTo("own-grant");
    }

    @Test
    void refusesTwoOfficesBeforeAndAtApproval() {
        Newcomer newcomer = people.newcomer("信息部");
        Answer auditor =
                officer.post("/api/rights-requests", AccessFixture.role(newcomer.id(), "AUDITOR"));
        Answer sysadmin =
                officer.post(
                        "/api/rights-requests",
                        AccessFixture.role(newcomer.id(), "SYSTEM_ADMINISTRATOR"));
        approve(auditor);

        assertThat(people.approve(sysadmin, "gm").slug()).isEqualTo("two-offices");

        assertThat(people.again(sysadmin).json().path("state").asString()).isEqualTo("PENDING");
        assertThat(
                        officer.post(
                                        "/api/rights-requests",
                                        AccessFixture.role(newcomer.id(), "SALES"))
                                .slug())
                .isEqualTo("two-offices");
    }

    @Test
    void letsOneOfManyDecidersWin() throws Exception {
        Newcomer newcomer = people.newcomer("档案室");
        Answer request =
                officer.post("/api/rights-requests", AccessFixture.role(newcomer.id(), "CLERK"));
        Map<TestClient, String> deciders =
                Map.of(
                        people.as("gm"), people.task(request, "gm"),
                        people.as("sysadmin"), people.task(request, "sysadmin"));
        List<Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting =
                    deciders.entrySet().stream()
                            .map(
                                    one ->
                                            threads.submit(
                                                    () ->
                                                            one.getKey()
                                                                    .post(
                                                                            one.getValue()
                                                                                    + "/approve",
                                                                            body())))
                            .toList();
            answers = List.of(waiting.get(0).get(), waiting.get(1).get());
        }

        assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(204, 409);
        assertThat(answers.stream().filter(a -> a.status() == 409).map(Answer::slug))
                .containsExactly("task-already-decided");
        assertThat(
                        jdbc.sql("select count(*) from role_grant where person_id = :p")
                                .param("p", UUID.fromString(newcomer.id()))
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void doesNothingAfterRejectionOrWithdrawal() {
        Newcomer newcomer = people.newcomer("档案室");
        ObjectNode wish = AccessFixture.role(newcomer.id(), "CLERK");
        Answer first = officer.post("/api/rights-requests", wish);
        assertThat(officer.post("/api/rights-requests", wish).slug())
                .isEqualTo("already-requested");
        Answer rejected =
                people.as("gm")
                        .post(people.task(first, "gm") + "/reject", body().put("opinion", "暂不需要"));
        Answer second = officer.post("/api/rights-requests", wish);
        String task = people.task(second, "gm");
        Answer withdrawn =
                officer.post(
                        AccessFixture.approval(second) + "/withdraw", body().put("reason", "不用了"));

        assertThat(rejected.status()).isEqualTo(204);
        assertThat(people.again(first).json().path("state").asString()).isEqualTo("REJECTED");
        assertThat(people.again(first).json().path("decisionReason").asString()).isEqualTo("暂不需要");
        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(people.again(second).json().path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(people.as("gm").post(task + "/approve", body()).slug())
                .isEqualTo("task-already-decided");
        assertThat(people.as(newcomer.userName()).get("/api/customers").status()).isEqualTo(403);
    }

    @Test
    void takesAGrantBackAtOnce() {
        Newcomer newcomer = people.newcomer("销售一部");
        officer.post("/api/rights-requests", AccessFixture.role(newcomer.id(), "SALES"));
        String grant =
                officer.get("/api/people/" + newcomer.id() + "/effective-rights")
                        .json()
                        .at("/grants/0/id")
                        .asString();

        Answer end =
                officer.post(
                        "/api/rights-requests",
                        AccessFixture.request(body().put("kind", "END").put("grantId", grant)));

        assertThat(end.json().path("state").asString()).isEqualTo("EFFECTIVE");
        assertThat(people.as(newcomer.userName()).get("/api/customers").status()).isEqualTo(403);
    }

    @Test
    void refusesWhoMayNotGrant() {
        String clerk = people.person("clerk");

        assertThat(
                        people.as("head")
                                .post("/api/rights-requests", AccessFixture.role(clerk, "SALES"))
                                .slug())
                .isEqualTo("not-permitted");
        assertThat(
                        people.as("sysadmin")
                                .post("/api/rights-requests", AccessFixture.role(clerk, "SALES"))
                                .slug())
                .isEqualTo("not-permitted");
    }

    @Test
    void showsRequestsOnlyToWhomTheyConcern() {
        Newcomer newcomer = people.newcomer("销售一部");
        Answer request =
                officer.post("/api/rights-requests", AccessFixture.role(newcomer.id(), "SALES"));

        assertThat(people.as("head").get("/api/rights-requests/" + request.id()).status())
                .isEqualTo(404);
        assertThat(people.as("head").get("/api/rights-requests").json().path("total").asInt())
                .isZero();
        assertThat(
                        people.as(newcomer.userName())
                                .get("/api/rights-requests/" + request.id())
                                .status())
                .isEqualTo(200);
        assertThat(people.as("auditor").get("/api/rights-requests/" + request.id()).status())
                .isEqualTo(200);
    }

    @Test
    void widensARoleOnlyWithASecondPersonAndNarrowsItAtOnce() {
        String code = "R" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        Answer made = officer.post("/api/rights-requests", definition(code, "CUSTOMER_READ"));
        assertThat(made.json().path("state").asString()).isEqualTo("PENDING");
        approve(made);
        Newcomer newcomer = people.newcomer("销售一部");
        officer.post("/api/rights-requests", AccessFixture.role(newcomer.id(), code));
        TestClient member = people.as(newcomer.userName());
        assertThat(member.get("/api/customers").status()).isEqualTo(200);
        assertThat(member.get("/api/dossiers").status()).isEqualTo(403);

        Answer widened =
                officer.post(
                        "/api/rights-requests", definition(code, "CUSTOMER_READ", "ARCHIVE_READ"));
        assertThat(widened.json().path("state").asString()).isEqualTo("PENDING");
        assertThat(widened.json().at("/before/draft/permissions").size()).isEqualTo(1);
        assertThat(member.get("/api/dossiers").status()).isEqualTo(403);
        approve(widened);
        assertThat(member.get("/api/dossiers").status()).isEqualTo(200);

        Answer narrowed = officer.post("/api/rights-requests", definition(code, "ARCHIVE_READ"));
        assertThat(narrowed.json().path("state").asString()).isEqualTo("EFFECTIVE");
        assertThat(member.get("/api/customers").status()).isEqualTo(403);
    }

    @Test
    void noticesThatARoleChangedWhileARequestWaited() {
        String code = "R" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        approve(
                officer.post(
                        "/api/rights-requests", definition(code, "CUSTOMER_READ", "ARCHIVE_READ")));
        Answer waiting =
                officer.post(
                        "/api/rights-requests",
                        definition(code, "CUSTOMER_READ", "ARCHIVE_READ", "ARCHIVE_WRITE"));
        officer.post("/api/rights-requests", definition(code, "ARCHIVE_READ"));

        assertThat(people.approve(waiting, "gm").slug()).isEqualTo("role-changed-since");
    }

    @Test
    void keepsOfficesAndTheirPermissionsOutOfTheEditor() {
        assertThat(
                        officer.post(
                                        "/api/rights-requests",
                                        definition("AUDITOR", "AUDIT_READ", "CUSTOMER_READ"))
                                .slug())
                .isEqualTo("office-fixed");
        for (String permission :
                List.of(
                        "PERSON_MANAGE",
                        "PROCESS_MANAGE",
                        "AUDIT_EXPORT",
                        "AUDIT_REVIEW",
                        "ADMINISTRATOR_OVERSEE")) {
            assertThat(officer.post("/api/rights-requests", definition("MINE", permission)).slug())
                    .as(permission)
                    .isEqualTo("office-only");
        }
        assertThat(officer.post("/api/rights-requests", definition("MINE", "ROLE_GRANT")).slug())
                .isEqualTo("role-must-be-high");
    }

    @Test
    void widensFieldRulesOnlyWithASecondPerson() {
        String code = "R" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        approve(officer.post("/api/rights-requests", definition(code, "CUSTOMER_READ")));
        ObjectNode wish = body().put("kind", "FIELD_RULE").put("role", code);
        wish.putArray("fields").addObject().put("field", "phone").put("access", "READ");

        Answer asked = officer.post("/api/rights-requests", AccessFixture.request(wish));

        assertThat(asked.json().path("state").asString()).isEqualTo("PENDING");
        assertThat(asked.json().at("/before/fields/0/access").asString()).isEqualTo("MASKED");
        assertThat(phoneRule(code)).isEqualTo("MASKED");
        approve(asked);
        assertThat(phoneRule(code)).isEqualTo("READ");
    }

    private String phoneRule(String role) {
        for (var one : officer.get("/api/field-rules").json().path("items")) {
            if (one.path("role").asString().equals(role)) {
                return one.at("/fields/0/access").asString();
            }
        }
        throw new AssertionError("No field rules of " + role);
    }

    private void approve(Answer request) {
        Answer approved = people.approve(request, "gm");
        assertThat(approved.status()).as(approved.text()).isEqualTo(204);
    }

    private static ObjectNode definition(String code, String... permissions) {
        ObjectNode draft =
                body().put("code", code)
                        .put("zh", "试用角色")
                        .put("en", "Trial role")
                        .put("scope", "DEPARTMENT")
                        .put("high", false)
                        .put("retired", false);
        draft.putArray("departments");
        var all = draft.putArray("permissions");
        for (String permission : permissions) {
            all.add(permission);
        }
        ObjectNode wish = body().put("kind", "ROLE_DEFINITION");
        wish.set("draft", draft);
        return AccessFixture.request(wish);
    }
}
