package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.OldProof;
import org.kedang.TestClient;
import org.kedang.audit.Mishap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.UUID;

/** An auditor looks at the seal, takes the key home and proves an event: in Chromium. */
@IntegrationTest
class EvidenceBrowserTests {
    @LocalServerPort int port;
    @Autowired ApplicationContext context;

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

    /**
     * What was published is larger than what the database has, as after a restore: sealing stands
     * still until the auditor has said why, proved who she is, and so confirmed it.
     */
    @Test
    void confirmsARestoreThatWasFound() throws Exception {
        Mishap mishap = new Mishap(context);
        mishap.publishMoreThanThereIs();
        Page auditor = browser.signedInAs("auditor");
        auditor.navigate("http://127.0.0.1:" + port + "/evidence");

        assertThat(auditor.getByTestId("seal-state")).containsText("已停止");
        assertThat(auditor.getByTestId("restore-notice")).containsText("可能恢复了备份");
        auditor.getByTestId("restore-confirm").click();
        assertThat(auditor.getByTestId("restore-notice")).containsText("请填写原因");
        Browser.fill(auditor, "restore-reason", "演练恢复，见演练记录 3 号");
        forgetProof();
        auditor.getByTestId("restore-confirm").click();
        auditor.getByTestId("step-up").waitFor();
        Browser.fill(auditor, "step-up-proof", TestClient.PASSWORD);
        auditor.getByTestId("step-up-submit").click();

        assertThat(auditor.getByTestId("restore-notice")).hasCount(0);
        assertThat(auditor.getByTestId("seal-state")).containsText("封存");
        assertThat(mishap.reasonOf("audit.restore-confirmed")).isEqualTo("演练恢复，见演练记录 3 号");
    }

    private void forgetProof() {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        UUID person =
                jdbc.sql("select id from person where user_name = 'auditor'")
                        .query(UUID.class)
                        .single();
        OldProof.of(person, jdbc, context.getBean(Clock.class).instant());
    }

    @Test
    void publishesAgainWhatWasDeleted() throws Exception {
        Mishap mishap = new Mishap(context);
        String before = mishap.emptyPublished();
        Page auditor = browser.signedInAs("auditor");
        auditor.navigate("http://127.0.0.1:" + port + "/evidence");

        assertThat(auditor.getByTestId("gap-notice")).containsText("checkpoints-");
        Browser.fill(auditor, "gap-reason", "误删，已核实");
        auditor.getByTestId("gap-confirm").click();

        assertThat(auditor.getByTestId("gap-notice")).hasCount(0);
        // other tests may have published what never was in the database
        String first = before.substring(0, before.indexOf("\n\n"));
        assertThat(mishap.published()).startsWith(first);
    }

    @Test
    void startsANewKey() {
        Page auditor = browser.signedInAs("auditor");
        auditor.navigate("http://127.0.0.1:" + port + "/evidence");
        assertThat(auditor.getByTestId("seal-key").first()).containsText("现用");
        int keys = auditor.getByTestId("seal-key").count();
        auditor.getByTestId("key-start").click();
        Browser.fill(auditor, "key-reason", "每年更换密钥");
        auditor.getByTestId("key-confirm").click();

        assertThat(auditor.getByTestId("seal-key")).hasCount(keys + 1);
        assertThat(auditor.getByTestId("seal-key").first()).containsText("每年更换密钥");
        assertThat(auditor.getByTestId("seal-key").nth(1)).containsText("旧");
    }
}
