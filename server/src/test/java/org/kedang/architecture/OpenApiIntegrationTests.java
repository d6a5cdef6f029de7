package org.kedang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The committed description of the API is the API's. {@code -Dkedang.update-openapi=true} writes it
 * anew.
 */
@IntegrationTest
class OpenApiIntegrationTests {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Path COMMITTED = Path.of("../docs/openapi.json");

    @LocalServerPort int port;

    @Test
    void describesTheApiThatRuns() throws IOException {
        JsonNode running =
                JSON.readTree(TestClient.as("sysadmin", port).get("/v3/api-docs").text());
        String text = JSON.writeValueAsString(running) + "\n";
        if (Boolean.getBoolean("kedang.update-openapi")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, text);
        }

        assertThat(Files.readString(COMMITTED)).isEqualTo(text);
    }

    @Test
    void isClosedToStrangers() {
        assertThat(TestClient.at(port).get("/v3/api-docs").status()).isEqualTo(401);
    }
}
