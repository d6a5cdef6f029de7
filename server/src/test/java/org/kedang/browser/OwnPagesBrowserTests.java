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
import org.kedang.TestClient.Answer;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import java.util.UUID;

/** The first pages of somebody new, and what administrators then see of it: in Chromium. */
@IntegrationTest
class OwnPagesBrowserTests {
    @LocalServerPort int port;

    private final String userName = "own-" + UUID.randomUUID().toString().substring(0, 8);
    private Browser browser;
    private String person = "";
    private String first = "";

    @BeforeEach
    void start() {
        browser = new Browser(port);
        TestClient sysadmin = TestClient.as("sysadmin", port);
        Answer added =
                sysadmin.post(
                        "/api/people",
                        TestClient.body()
                                .put("userName", userName)
                                .put("name", "顾新")
                                .put(
                                        "departmentId",
                                        sysadmin.get("/api/departments")
                                                .json()
                                                .at("/items/0/id")
                                                .asString()));
        person = added.id();
        first = added.json().path("initialPassword").asString();
    }

    @AfterEach
    void stop() {
        browser.close();
    }

    @Test
    void changesTheFirstPasswordAndChoosesNotices() {
        Page page = browser.window();
        browser.open(page, "/sign-in");
        Browser.fill(page, "sign-in-username", userName);
        Browser.fill(page, "sign-in-password", first);
        page.getByTestId("sign-in-submit").click();
        page.waitForURL(address -> address.contains("first-password"));

        replaceBy(page, "1111");
        assertThat(page.locator("[role=alert]").first()).containsText("密码");
        Browser.lookAround(page, "first-password");
        browser.open(page, "/notices");
        page.waitForURL(address -> address.contains("first-password"));
        replaceBy(page, TestClient.PASSWORD);
        page.waitForURL(address -> !address.contains("first-password"));

        chooseNotices(page);
        seesTheChangeInItsTimeline();
    }

    private void replaceBy(Page page, String replacement) {
        Browser.fill(page, "password-current", first);
        Browser.fill(page, "password-new", replacement);
        Browser.fill(page, "password-again", replacement);
        page.getByTestId("password-submit").click();
    }

    private void chooseNotices(Page page) {
        browser.open(page, "/notices");
        Locator kind = page.locator("[data-testid^=notice-kind-]").first();
        kind.locator(".el-checkbox").first().click();
        Browser.choose(page, "#notice-quiet", "22:00");
        page.getByTestId("notice-save").click();
        assertThat(page.locator("#notice-quiet-fault")).isVisible();
        Browser.choose(page, "#notice-quiet-until", "07:00");
        Browser.fill(page, "notice-mail", userName + "@jianhu.example");
        page.getByTestId("notice-save").click();
        assertThat(page.getByText("已保存").first()).isVisible();

        page.reload();
        assertThat(kind.locator("input").first()).not().isChecked();
        assertThat(page.locator("#notice-mail")).hasValue(userName + "@jianhu.example");
        TestClient same = TestClient.as(userName, port);
        JsonNode kept = same.get("/api/notice-choices").json();
        assertThat(kept.at("/habits/quietUntil").asString()).startsWith("07:00");
        assertThat(kept.at("/kinds/0/choice/inPage").asBoolean()).isFalse();
    }

    private void seesTheChangeInItsTimeline() {
        Page auditor = browser.signedInAs("auditor");
        browser.open(auditor, "/audit?subject=" + person);
        auditor.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText("修改密码"))
                .first()
                .click();
        auditor.getByTestId("subject-timeline").click();
        auditor.waitForURL(address -> address.contains("/audit/subjects/" + person));
        assertThat(auditor.getByTestId("audit-timeline")).containsText("修改密码");
        assertThat(auditor.getByTestId("audit-timeline")).containsText("新增人员");
    }

    @Test
    void findsADossierInTheList() {
        JsonNode dossier =
                TestClient.as("clerk", port).get("/api/dossiers?size=1").json().at("/items/0");
        String number = dossier.path("number").asString();
        Page page = browser.signedInAs("clerk");
        browser.open(page, "/dossiers?q=" + number);
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.locator("tbody tr a").first().click();
        page.waitForURL(address -> address.endsWith("/" + dossier.path("id").asString()));
        assertThat(page.getByText(number).first()).isVisible();
    }

    @Test
    void tellsAdministratorsWhatIsOff() {
        Page page = browser.signedInAs("sysadmin");
        browser.open(page, "/directory");
        assertThat(page.getByText("没有配置公司目录")).isVisible();
        assertThat(page.getByTestId("directory-run")).hasCount(0);
        browser.open(page, "/health");
        assertThat(page.locator("main li, .page li").first()).isVisible();
        assertThat(page.locator(".page")).containsText("数据库");
    }
}
