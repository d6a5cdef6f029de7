package org.kedang.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class SignInRulesIntegrationTests {
    private static final String ROLE = "GENERAL_MANAGER";

    @LocalServerPort int port;

    private Answer set(String role, boolean secondStep, String... networks) {
        var change = body().put("secondStep", secondStep);
        var list = change.putArray("networks");
        for (String network : networks) {
            list.add(network);
        }
        return TestClient.as("netadmin", port).put("/api/sign-in-rules/" + role, change);
    }

    @AfterEach
    void openAgain() {
        assertThat(set(ROLE, false).status()).isEqualTo(204);
        assertThat(set("NETWORK_ADMINISTRATOR", false).status()).isEqualTo(204);
    }

    @Test
    void refusesAtTheDoorWhomNoRoleCountsForHere() {
        TestClient inside = TestClient.as("gm", port);

        assertThat(set(ROLE, false, "10.20.0.0/16").status()).isEqualTo(204);

        Answer refused = TestClient.at(port).signIn("gm", TestClient.PASSWORD);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.slug()).isEqualTo("network-not-allowed");
        assertThat(refused.text()).contains("127.0.0.1");
        assertThat(inside.get("/api/customers").slug()).isEqualTo("not-permitted");
    }

    @Test
    void takesNetworksOnly() {
        assertThat(set(ROLE, false, "office.example.com").slug()).isEqualTo("invalid-input");
        assertThat(set(ROLE, false, "10.0.0.0/99").slug()).isEqualTo("invalid-input");
        assertThat(set(ROLE, false, "127.0.0.0/8", "2001:db8::/32").status()).isEqualTo(204);
    }

    @Test
    void letsNobodyShutHimselfOut() {
        Answer refused = set("NETWORK_ADMINISTRATOR", false, "10.20.0.0/16");

        assertThat(refused.json().at("/fields/0/slug").asString()).isEqualTo("shuts-out");
        assertThat(set("NETWORK_ADMINISTRATOR", false, "127.0.0.1").status()).isEqualTo(204);
    }

    @Test
    void demandsASecondStepBeforeAnythingElse() {
        TestClient gm = TestClient.as("gm", port);

        assertThat(set(ROLE, true).status()).isEqualTo(204);

        assertThat(gm.get("/api/session").json().path("mustSetUpSecondStep").asBoolean()).isTrue();
        assertThat(gm.get("/api/customers").slug()).isEqualTo("second-step-required");
        assertThat(gm.get("/api/session/security").status()).isEqualTo(200);
        assertThat(gm.post("/api/session/totp", body()).status()).isEqualTo(200);
    }

    @Test
    void isTheNetworkAdministratorsBusiness() {
        assertThat(TestClient.as("sysadmin", port).get("/api/sign-in-rules").slug())
                .isEqualTo("not-permitted");
        assertThat(TestClient.as("netadmin", port).get("/api/sign-in-rules").text())
                .contains("\"yourAddress\":\"127.0.0.1\"");
    }
}
