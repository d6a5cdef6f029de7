package org.kedang.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.identity.Accounts;
import org.kedang.identity.Granting;
import org.kedang.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.node.ObjectNode;

import java.util.UUID;

@IntegrationTest
class TokenIntegrationTests {
    @LocalServerPort int port;
    @Autowired Granting granting;
    @Autowired Accounts accounts;

    @Test
    void doesNoMoreThanWasAskedFor() {
        ObjectNode wish = wish();
        wish.putArray("scopes").add("CUSTOMER_READ");
        Answer issued = TestClient.as("sales", port).post("/api/tokens", wish);

        assertThat(issued.json().path("scopes").toString()).isEqualTo("[\"CUSTOMER_READ\"]");
        String bearer = bearer(issued);
        TestClient script = TestClient.at(port);
        assertThat(script.get("/api/customers", "Authorization", bearer).status()).isEqualTo(200);
        Answer refused =
                script.post(
                        "/api/customers",
                        body().put("name", "绍兴某公司").put("type", "ORGANISATION"),
                        "Authorization",
                        bearer);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.slug()).isEqualTo("not-permitted");
    }

    @Test
    void speaksForItsOwnerIfNothingNarrowerWasAskedFor() {
        Answer issued = TestClient.as("sales", port).post("/api/tokens", wish());

        assertThat(issued.json().path("scopes").toString())
                .contains("CUSTOMER_READ", "CUSTOMER_WRITE");
    }

    @Test
    void refusesScopesBeyondTheOwners() {
        ObjectNode wish = wish();
        wish.putArray("scopes").add("CUSTOMER_READ").add("AUDIT_READ");

        Answer refused = TestClient.as("sales", port).post("/api/tokens", wish);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/fields/0/name").asString()).isEqualTo("scopes");
    }

    @Test
    void stopsAtWhatTheOwnerMayNoLongerDo() {
        String user = "t" + UUID.randomUUID().toString().substring(0, 8);
        String id = person(user);
        UUID grant = grant(id, "SALES");
        Answer issued = TestClient.as(user, port).post("/api/tokens", wish());
        String bearer = bearer(issued);
        TestClient script = TestClient.at(port);
        assertThat(script.get("/api/customers", "Authorization", bearer).status()).isEqualTo(200);

        granting.end(securityOfficer(), grant, "岗位已变");

        assertThat(script.get("/api/customers", "Authorization", bearer).slug())
                .isEqualTo("not-permitted");
    }

    @Test
    void letsTheKeeperAloneIssueTokensOfAProgram() {
        TestClient sysadmin = TestClient.as("sysadmin", port);
        TestClient clerk = TestClient.as("clerk", port);
        String account = serviceAccount(sysadmin, me(clerk)).id();
        grant(account, "SALES");

        assertThat(sysadmin.post(tokensOf(account), wish()).slug()).isEqualTo("not-found");
        assertThat(TestClient.as("sales", port).get(tokensOf(account)).slug())
                .isEqualTo("not-found");
        Answer issued = clerk.post(tokensOf(account), wish());
        assertThat(issued.status()).isEqualTo(201);
        String bearer = bearer(issued);
        TestClient program = TestClient.at(port);
        assertThat(
                        program.get("/api/session", "Authorization", bearer)
                                .json()
                                .at("/person/id")
                                .asString())
                .isEqualTo(account);
        assertThat(program.get("/api/customers", "Authorization", bearer).status()).isEqualTo(200);

        assertThat(sysadmin.delete(tokensOf(account) + "/" + issued.id()).status()).isEqualTo(204);
        assertThat(program.get("/api/session", "Authorization", bearer).status()).isEqualTo(401);
    }

    @Test
    void refusesAnAdministratorAsKeeper() {
        TestClient sysadmin = TestClient.as("sysadmin", port);
        String auditor = me(TestClient.as("auditor", port));

        assertThat(serviceAccount(sysadmin, auditor).slug()).isEqualTo("keeper-not-employee");
    }

    @Test
    void givesAProgramNoPassword() {
        TestClient sysadmin = TestClient.as("sysadmin", port);
        String account = serviceAccount(sysadmin, me(TestClient.as("clerk", port))).id();

        assertThat(sysadmin.post("/api/people/" + account + "/password-reset", body()).slug())
                .isIn("service-account", "step-up-required");
    }

    private static ObjectNode wish() {
        return body().put("name", "报表").put("days", 7);
    }

    private static String bearer(Answer issued) {
        return "Bearer " + issued.json().path("token").asString();
    }

    private static String tokensOf(String account) {
        return "/api/service-accounts/" + account + "/tokens";
    }

    private static String me(TestClient who) {
        return who.get("/api/session").json().at("/person/id").asString();
    }

    private static String department(TestClient who) {
        return who.get("/api/departments").json().at("/items/0/id").asString();
    }

    private static Answer serviceAccount(TestClient sysadmin, String keeper) {
        return sysadmin.post(
                "/api/service-accounts",
                body().put("userName", "svc" + UUID.randomUUID().toString().substring(0, 8))
                        .put("name", "报表程序")
                        .put("departmentId", department(sysadmin))
                        .put("keeperId", keeper));
    }

    private String person(String user) {
        TestClient sysadmin = TestClient.as("sysadmin", port);
        Answer added =
                sysadmin.post(
                        "/api/people",
                        body().put("userName", user)
                                .put("name", "吴令牌")
                                .put("departmentId", department(sysadmin)));
        TestClient fresh = TestClient.at(port);
        String first = added.json().path("initialPassword").asString();
        fresh.signIn(user, first);
        fresh.put(
                "/api/session/password",
                body().put("current", first).put("replacement", TestClient.PASSWORD));
        return added.id();
    }

    private UUID grant(String person, String role) {
        return granting.grant(
                securityOfficer(),
                new Granting.Wish(UUID.fromString(person), role, null, null, null, null),
                null);
    }

    private Actor securityOfficer() {
        UUID id = UUID.fromString(me(TestClient.as("secadmin", port)));
        return accounts.find(id)
                .orElseThrow()
                .actor(new Actor.Connection("127.0.0.1", null, "Java"));
    }
}
