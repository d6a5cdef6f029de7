package org.kedang.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.Map;
import java.util.stream.Collectors;

@IntegrationTest
class HealthIntegrationTests {
    @LocalServerPort int port;

    @Test
    void tellsTheStateOfEveryPart() {
        Map<String, String> states =
                TestClient.as("sysadmin", port)
                        .get("/api/health")
                        .json()
                        .path("items")
                        .valueStream()
                        .collect(
                                Collectors.toMap(
                                        l -> l.path("code").asString(),
                                        l -> l.path("state").asString()));

        assertThat(states).containsEntry("database", "OK").containsEntry("docworker", "OK");
        assertThat(states)
                .containsKeys("durability", "space", "jobs", "search", "ocr", "virus-scan");
    }

    @Test
    void isForThoseWhoRunOrInspectTheSystem() {
        assertThat(TestClient.as("sales", port).get("/api/health").slug())
                .isEqualTo("not-permitted");
    }

    @Test
    void tellsStrangersOnlyWhetherItIsReady() {
        TestClient stranger = TestClient.at(port);

        assertThat(stranger.get("/actuator/health/readiness").text())
                .isEqualTo("{\"status\":\"UP\"}");
        assertThat(stranger.get("/actuator/health").status()).isEqualTo(401);
        assertThat(stranger.get("/actuator/env").status()).isEqualTo(401);
    }
}
