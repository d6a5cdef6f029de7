package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;

/** An alert from the deed to its conclusion, and the rules behind it: in Chromium. */
@IntegrationTest
class AlertBrowserTests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;

    private Browser browser;

    @BeforeEach
    void start() {
        browser = new Browser(port);
        jdbc.sql(
                        """
                        update alert set state = 'CLOSED', closed_by = id, closed_by_name = '', closed_at = now(),
                            conclusion = 'UNCLEAR', conclusion_note = '试验之前' where state <> 'CLOSED'
                        """)
                .update();
    }

    @AfterEach
    void stop() {
        browser.close();
    }

    @Test
    void isTakenByOnePersonAndClosedByAnother() {
        TestClient administrator = TestClient.as("sysadmin", port);
        for (int i = 0; i < 12; i++) {
            assertThat(administrator.get("/api/customers").status()).isEqualTo(403);
        }
        awaitAlert();

        Page officer = browser.signedInAs("secadmin");
        browser.open(officer, "/");
        assertThat(officer.getByTestId("alert-badge")).isVisible();
        open(officer);
        assertThat(officer.getByTestId("alert-said")).containsText("超过 10 分钟 10 次的上限");
        Browser.fill(officer, "alert-note", "已电话询问");
        officer.getByTestId("alert-acknowledge").click();
        assertThat(officer.getByTestId("alert-state")).hasAttribute("data-state", "ACKNOWLEDGED");
        // other tests' alerts may wait as well, this one does not
        officer.waitForCondition(() -> shown(officer) <= count("true"));

        Page auditor = browser.signedInAs("auditor");
        browser.open(auditor, "/");
        auditor.getByTestId("notice-bell").click();
        auditor.getByTestId("notice")
                .filter(new Locator.FilterOptions().setHasText("预警：同一人多次被拒"))
                .first()
                .click();
        auditor.waitForURL(address -> address.endsWith("/alerts"));
        open(auditor);
        assertThat(auditor.getByText("已电话询问")).isVisible();
        assertThat(auditor.getByTestId("alert-close")).isDisabled();
        auditor.locator(
                        ".el-select:has([data-testid=alert-conclusion]),"
                                + " [data-testid=alert-conclusion]")
                .first()
                .click();
        auditor.locator(".el-select-dropdown__item:visible")
                .filter(new Locator.FilterOptions().setHasText("误报"))
                .click();
        Browser.fill(auditor, "alert-note", "页面旧书签，已删除");
        auditor.getByTestId("alert-close").click();
        assertThat(auditor.getByTestId("alert-state")).hasAttribute("data-state", "CLOSED");
        assertThat(auditor.getByText("页面旧书签，已删除")).isVisible();
        auditor.getByTestId("alert-log").click();
        auditor.waitForURL(address -> address.contains("/audit?actorId="));
        assertThat(auditor.getByRole(AriaRole.ROW).nth(1)).isVisible();
    }

    @Test
    void switchesARuleOffOnlyWithAReason() {
        Page auditor = browser.signedInAs("auditor");
        browser.open(auditor, "/alert-rules");
        Locator rule = auditor.locator("[data-testid=alert-rule][data-kind=NEW_PLACE]");
        rule.getByTestId("rule-edit").click();
        auditor.locator(".el-switch").click();
        auditor.getByTestId("rule-save").click();
        assertThat(auditor.getByText("停用规则须写明理由。")).isVisible();
        Browser.fill(auditor, "rule-reason", "办公室搬迁期间");
        auditor.getByTestId("rule-save").click();
        assertThat(rule).hasAttribute("data-on", "false");
        assertThat(rule).containsText("停用理由：办公室搬迁期间");

        rule.getByTestId("rule-edit").click();
        auditor.locator(".el-switch").click();
        auditor.getByTestId("rule-save").click();
        assertThat(rule).hasAttribute("data-on", "true");
    }

    private void open(Page page) {
        browser.open(page, "/alerts");
        page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("同一人多次被拒"))
                .first()
                .click();
        assertThat(page.getByTestId("alert-state"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
    }

    /** Sealing and looking take some seconds. */
    private void awaitAlert() {
        Instant until = Instant.now().plus(PATIENCE);
        while (openAlerts() == 0 && Instant.now().isBefore(until)) {
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        assertThat(openAlerts()).isPositive();
    }

    private long openAlerts() {
        return count("kind = 'REFUSALS_BY_PERSON'");
    }

    private long count(String which) {
        return jdbc.sql("select count(*) from alert where state = 'OPEN' and " + which)
                .query(Long.class)
                .single();
    }

    /** How many the badge tells of; without any there is none. */
    private static long shown(Page page) {
        return page.getByTestId("alert-badge").allTextContents().stream()
                .mapToLong(text -> Long.parseLong(text.strip()))
                .sum();
    }
}
