package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.IOException;
import java.nio.file.Files;

/** An auditor looks at the seal, takes the key home and proves an event: in Chromium. */
@IntegrationTest
class EvidenceBrowserTests {
    @LocalServerPort int port;

    private Browser browser;

    @BeforeEach
    void start() {
        browser = new Browser(port);
    }

    @AfterEach
    void stop() {
        browser.close();
    }

    @Test
    void provesAnEventAndTakesTheKeyHome() throws IOException {
        TestClient api = TestClient.as("auditor", port);
        api.get("/api/audit/events?size=1");
        Page auditor = browser.signedInAs("auditor");
        auditor.navigate("http://127.0.0.1:" + port + "/evidence");

        assertThat(auditor.getByTestId("seal-state")).containsText("封存");
        String event =
                api.get("/api/audit/events?size=20")
                        .json()
                        .path("items")
                        .path(10)
                        .path("id")
                        .asString();
        auditor.locator("input[data-testid='proof-id'], [data-testid='proof-id'] input")
                .first()
                .fill(event);
        auditor.getByTestId("proof-ask").click();
        assertThat(auditor.getByTestId("proof-result")).containsText("完全一致");

        Download key = auditor.waitForDownload(() -> auditor.getByTestId("key-download").click());
        assertThat(Files.readString(key.path())).startsWith("kedang/").contains("+");
    }
}
