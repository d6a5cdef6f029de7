package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.kernel.ChinaTime;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

/** Masked fields, revealing one, and a customer opened to a colleague, in Chromium. */
@IntegrationTest
class SensitiveFieldsBrowserTests {
    private static final String ACCOUNT = "6222021202041231234";
    private static final String MASKED = "**** **** **** 1234";

    @LocalServerPort int port;

    private Browser browser;
    private String name = "";

    @BeforeEach
    void start() {
        browser = new Browser(port);
        name = "绍兴越城纺织有限公司 " + UUID.randomUUID().toString().substring(0, 8);
    }

    @AfterEach
    void stop() {
        browser.close();
    }

    private String register(String userName) {
        return TestClient.as(userName, port)
                .post(
                        "/api/customers",
                        TestClient.body()
                                .put("type", "ORGANISATION")
                                .put("name", name)
                                .put("phone", "0575-88120199")
                                .put("bankName", "中国农业银行绍兴分行")
                                .put("bankAccount", ACCOUNT)
                                .put("acceptDuplicates", true))
                .id();
    }

    @Test
    void showsAMaskedFieldOnRequestAndKeepsItInTheLog() {
        String id = register("sales");
        Page page = browser.signedInAs("sales");
        browser.open(page, "/customers/" + id);
        Locator account = page.getByTestId("sensitive-bankAccount");
        assertThat(account).hasText(MASKED);

        page.getByTestId("reveal-bankAccount").click();

        assertThat(account).hasText(ACCOUNT);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("重新隐藏")).click();
        assertThat(account).hasText(MASKED);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("日志")).first().click();
        assertThat(page.getByTestId("audit-timeline")).containsText("查看敏感信息");
        assertThat(page.getByTestId("audit-timeline")).containsText("银行账号");
        assertThat(page.getByTestId("audit-timeline")).not().containsText(ACCOUNT);
    }

    @Test
    void leavesAMaskedFieldClosedInTheForm() {
        String id = register("sales");
        Page page = browser.signedInAs("sales");
        browser.open(page, "/customers/" + id);

        page.getByTestId("customer-edit").click();

        Locator input = page.locator("#customer-bankAccount");
        assertThat(input).isDisabled();
        assertThat(input).hasAttribute("placeholder", MASKED);
        assertThat(page.locator("#customer-phone")).isEnabled();
        page.locator("#customer-shortName").fill("越纺");
        page.getByTestId("customer-save").click();
        assertThat(page.getByText("越纺").first()).isVisible();
        assertThat(page.getByTestId("sensitive-bankAccount")).hasText(MASKED);
    }

    @Test
    void opensACustomerToAColleagueAndClosesItAgain() {
        String id = register("clerk");
        Page colleague = browser.signedInAs("sales");
        browser.open(colleague, "/customers/" + id);
        assertThat(colleague.getByText("没有找到这个客户")).isVisible();
        Page clerk = browser.signedInAs("clerk");
        browser.open(clerk, "/customers/" + id);

        share(clerk);

        browser.open(colleague, "/customers?sharedWithMe=true");
        assertThat(colleague.getByText(name).first()).isVisible();
        clerk.getByTestId("share-end").click();
        clerk.locator(".el-message-box").getByText("收回").last().click();
        assertThat(clerk.getByTestId("share")).hasCount(0);
        browser.open(colleague, "/customers/" + id);
        assertThat(colleague.getByText("没有找到这个客户")).isVisible();
    }

    private static void share(Page clerk) {
        clerk.getByTestId("share-open").click();
        clerk.getByTestId("share-new").click();
        Locator person = clerk.locator(".share-form .receiver input").first();
        person.click();
        person.fill("李晓梅");
        clerk.locator(".el-select-dropdown__item", new Page.LocatorOptions().setHasText("李晓梅"))
                .first()
                .click();
        Locator until = clerk.locator("#share-until");
        until.fill(LocalDate.now(ChinaTime.ZONE).plusDays(7).toString());
        until.press("Enter");
        Browser.fill(clerk, "share-reason", "联合投标");
        clerk.getByTestId("share-save").click();
        assertThat(clerk.getByTestId("share")).containsText(Pattern.compile("李晓梅"));
    }

    @Test
    void narrowsARuleAndAsksForASecondPersonToWiden() {
        Page officer = browser.signedInAs("secadmin");
        browser.open(officer, "/field-rules");
        assertThat(officer.getByTestId("rule-GENERAL_MANAGER-mail").first()).isVisible();

        choose(officer, "rule-GENERAL_MANAGER-address", "可改");

        assertThat(officer.getByTestId("rules-problem")).containsText("第二人批准");
    }

    private static void choose(Page page, String rule, String access) {
        page.getByTestId(rule).first().click();
        page.locator(
                        ".el-select-dropdown__item:visible",
                        new Page.LocatorOptions().setHasText(access))
                .first()
                .click();
        Browser.fill(page, "rules-reason", "业务需要");
        page.getByTestId("rules-save").click();
    }
}
