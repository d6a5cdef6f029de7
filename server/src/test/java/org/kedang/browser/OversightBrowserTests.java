package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.kernel.ChinaTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.LocalDate;
import java.util.UUID;

/** The log, its figures, a review from opening to signing, the officer's report: in Chromium. */
@IntegrationTest
class OversightBrowserTests {
    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;

    private final LocalDate today = LocalDate.now(ChinaTime.ZONE);
    private Browser browser;

    @BeforeEach
    void start() {
        browser = new Browser(port);
        TestClient clerk = TestClient.as("clerk", port);
        clerk.get("/api/customers/" + UUID.randomUUID());
        clerk.get("/api/search?q=abc");
        TestClient.as("sysadmin", port).get("/api/search?q=abc");
    }

    @AfterEach
    void stop() {
        browser.close();
    }

    @Test
    void findsWhatWasRefusedAndFollowsThePerson() {
        Page auditor = browser.signedInAs("auditor");
        browser.open(auditor, "/audit");
        auditor.getByTestId("audit-refused").click();
        auditor.getByTestId("audit-today").click();
        assertThat(auditor)
                .hasURL(
                        java.util.regex.Pattern.compile(
                                ".*result=REFUSED.*from=.*|.*from=.*result=REFUSED.*"));

        Locator row = auditor.locator("tbody tr").filter(having("访问不存在的内容")).first();
        row.click();

        Locator event = auditor.getByTestId("audit-event");
        assertThat(event).containsText("王建国");
        assertThat(event).containsText("看不到或不存在（GET /api/customers/");
        assertThat(event).containsText("127.0.0.1");
        event.getByTestId("person-timeline").click();
        assertThat(auditor.getByTestId("audit-timeline")).containsText("访问不存在的内容");
        auditor.reload();
        assertThat(auditor.getByTestId("audit-timeline")).containsText("访问不存在的内容");
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    @Test
    void showsTheFiguresAndLeadsToTheLog() throws InterruptedException {
        counted();
        Page auditor = browser.signedInAs("auditor");
        browser.open(auditor, "/activity");

        assertThat(auditor.getByTestId("chart-days").locator("svg path").first()).isAttached();
        assertThat(auditor.getByTestId("chart-hours").locator("svg path").first()).isAttached();
        Locator busiest = auditor.getByTestId("top-people").locator("li").first();
        String name = busiest.locator("button, a").first().innerText().strip();
        busiest.locator("button, a").first().click();

        assertThat(auditor.locator("tbody tr").first()).containsText(name);
    }

    private void counted() throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            long refused =
                    jdbc.sql(
                                    "select count(*) from activity_day d join person p on p.id ="
                                            + " d.actor_id where p.user_name = 'sysadmin'")
                            .query(Long.class)
                            .single();
            if (refused > 0) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("Nothing was counted within 30 seconds");
    }

    @Test
    void reviewsFromOpeningToSigning() throws InterruptedException {
        counted();
        Page auditor = browser.signedInAs("auditor");
        browser.open(auditor, "/audit-rounds");
        day(auditor, 0);
        day(auditor, 1);
        auditor.getByTestId("round-open").click();
        assertThat(auditor.getByTestId("round-state")).hasText("复核中");

        Locator sample = auditor.getByTestId("sample").first();
        sample.locator(".el-checkbox").click();
        auditor.getByTestId("samples-check").click();
        assertThat(auditor.getByText("已标记 1 条。")).isVisible();
        assertThat(auditor.getByTestId("sample").filter(having("已核对")).first()).isVisible();

        auditor.getByTestId("finding-new").click();
        Browser.fill(auditor, "finding-text", "档案员查了不存在的客户");
        Browser.fill(auditor, "finding-responsible", "王建国");
        auditor.locator(".el-select-dropdown:visible .el-select-dropdown__item")
                .filter(having("王建国"))
                .first()
                .click();
        auditor.getByTestId("finding-save").click();
        assertThat(auditor.getByTestId("finding")).containsText("档案员查了不存在的客户");

        Browser.fill(auditor, "sign-text", "抽查属实，一项发现已交责任人。");
        auditor.getByTestId("sign").click();
        assertThat(auditor.getByTestId("round-state")).hasText("已签署");
        assertThat(auditor.getByTestId("round-conclusion")).containsText("抽查属实");

        answers();
    }

    private void answers() {
        Page clerk = browser.signedInAs("clerk");
        browser.open(clerk, "/audit-findings");
        Locator finding = clerk.getByTestId("finding").filter(having("待答复")).first();
        finding.locator("textarea").first().fill("录错编号，已知悉。");
        finding.getByTestId("finding-answer").click();
        assertThat(clerk.getByText("已答复。")).isVisible();
    }

    /** Picks today in the first or second date field of a span. */
    private void day(Page page, int place) {
        Locator field = page.locator(".span .el-date-editor input").nth(place);
        field.fill(today.toString());
        field.press("Enter");
    }

    @Test
    void reportsOnAdministrators() throws InterruptedException {
        counted();
        Page officer = browser.signedInAs("secadmin");
        browser.open(officer, "/administrator-oversight");
        assertThat(officer.getByTestId("administrators")).containsText("赵强");
        assertThat(officer.getByTestId("administrators")).not().containsText("王建国");
        officer.getByTestId("administrator-event").first().locator("button").first().click();
        assertThat(officer.getByTestId("audit-event").first()).containsText("系统管理员");

        Browser.fill(officer, "report-conclusion", "本期管理员操作均有工单，未见异常。");
        officer.getByTestId("report-sign").click();

        assertThat(officer.getByTestId("report-text")).containsText("未见异常");
        assertThat(officer.locator("h1").first()).containsText("监督报告");
        assertThat(officer.getByTestId("administrators").innerText()).contains("赵强");
    }
}
