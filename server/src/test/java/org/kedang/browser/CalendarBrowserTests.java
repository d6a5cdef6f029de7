package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The working calendar in Chromium. */
@IntegrationTest
class CalendarBrowserTests {
    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;

    private Browser browser;

    @BeforeEach
    void start() {
        browser = new Browser(port);
    }

    @AfterEach
    void stop() {
        browser.close();
        jdbc.sql("delete from calendar_day where day >= '2027-01-01'").update();
    }

    @Test
    void showsChangesAndImportsAYear() {
        Page administrator = browser.signedInAs("sysadmin");
        browser.open(administrator, "/calendar?year=2026");
        assertThat(administrator.getByTestId("day-2026-10-01"))
                .hasAttribute("title", "2026-10-01 休息 国庆节");
        assertThat(administrator.getByTestId("day-2026-10-10"))
                .hasAttribute("title", "2026-10-10 上班 国庆节调休上班");
        administrator.getByTestId("calendar-next").click();
        assertThat(administrator.getByTestId("calendar-unknown")).containsText("2027 年的节假日还没有录入");

        administrator.getByTestId("day-2027-03-05").click();
        administrator.getByTestId("day-off").click();
        administrator.getByTestId("day-save").click();
        assertThat(administrator.locator("[role=alert]:not(.notice)").first()).isVisible();
        Browser.fill(administrator, "day-name", "公司成立纪念日");
        administrator.getByTestId("day-save").click();
        assertThat(administrator.getByTestId("day-2027-03-05"))
                .hasAttribute("title", "2027-03-05 休息 公司成立纪念日");
        assertThat(administrator.getByTestId("calendar-unknown")).isHidden();

        administrator.getByTestId("calendar-import").click();
        choose(administrator, "日期,类型,名称\n2027-01-01,休,元旦\n2026-01-01,休,元旦\n");
        assertThat(administrator.getByText("第 3 行：“2026-01-01”不是 2027 年的日期")).isVisible();
        choose(administrator, "日期,类型,名称\n2027-01-01,休,元旦\n2027-01-02,班,元旦调休上班\n");
        assertThat(administrator.getByTestId("day-2027-01-02"))
                .hasAttribute("title", "2027-01-02 上班 元旦调休上班");
        assertThat(administrator.getByTestId("day-2027-03-05"))
                .hasAttribute("title", "2027-03-05 上班");
    }

    @Test
    void isOpenToReadForEverybody() {
        Page sales = browser.signedInAs("sales");
        browser.open(sales, "/calendar?year=2026");
        assertThat(sales.getByTestId("day-2026-05-01")).hasClass(Pattern.compile("\\boff\\b"));
        assertThat(sales.locator("button[data-testid=day-2026-05-01]")).hasCount(0);
        assertThat(sales.getByTestId("calendar-import")).hasCount(0);
    }

    private static void choose(Page page, String csv) {
        page.getByTestId("calendar-file")
                .setInputFiles(
                        new FilePayload(
                                "2027.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }
}
