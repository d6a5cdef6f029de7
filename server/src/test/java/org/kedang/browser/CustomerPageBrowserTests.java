package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The one page of a customer: profile, group, timeline, versions compared and brought back. */
@IntegrationTest
class CustomerPageBrowserTests {
    @LocalServerPort int port;

    private final List<String> errors = new ArrayList<>();
    private Browser browser;
    private String mark = "";

    @BeforeEach
    void start() {
        browser = new Browser(port);
        mark = UUID.randomUUID().toString().substring(0, 8);
    }

    @AfterEach
    void stop() {
        browser.close();
    }

    @Test
    void keepsAProfileAndBringsAFieldBack() {
        String group =
                TestClient.as("clerk", port)
                        .post(
                                "/api/customers",
                                TestClient.body()
                                        .put("type", "ORGANISATION")
                                        .put("name", "绍兴兰亭文化集团有限公司" + mark))
                        .id();
        Page page = browser.signedInAs("clerk");
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        errors.add(message.text());
                    }
                });

        register(page);
        assertThat(page.getByTestId("customer-group")).containsText("兰亭文化集团");
        assertThat(page.getByTestId("customer-timeline")).containsText("登记客户");

        changeNote(page, "改错了的备注", "年度核对");
        assertThat(page.getByTestId("customer-timeline")).containsText("年度核对");

        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("变更")).click();
        Locator compare = page.getByTestId("version-compare");
        assertThat(compare).containsText("改错了的备注");
        compare.locator("tr")
                .filter(new Locator.FilterOptions().setHasText("改错了的备注"))
                .locator(".el-checkbox")
                .click();
        page.getByTestId("version-restore").click();
        assertThat(page.getByText("已恢复，成为新的一版")).isVisible();
        page.evaluate("document.querySelectorAll('.el-message').forEach(one => one.remove())");
        Browser.lookAround(page, "customer-versions");

        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("概览")).click();
        assertThat(page.getByText("原来的备注").first()).isVisible();
        Browser.lookAround(page, "customer-page");
        page.setViewportSize(390, 844);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        page.setViewportSize(1440, 900);
        page.navigate(page.url().replaceAll("/customers/.*", "/customers/" + group));
        assertThat(page.getByTestId("customer-group")).containsText("分公司");
        assertThat(errors).isEmpty();
    }

    private void register(Page page) {
        browser.open(page, "/customers");
        page.getByTestId("customer-new").first().click();
        Browser.fill(page, "customer-name", "绍兴兰亭文化集团有限公司柯桥分公司" + mark);
        Browser.fill(page, "customer-tags", "老客户");
        page.keyboard().press("Enter");
        Browser.choose(page, "#customer-nature", "民营企业");
        Browser.choose(page, "#customer-size", "大型");
        Browser.choose(page, "#customer-parentId", "绍兴兰亭文化集团有限公司" + mark);
        page.locator("#customer-note").fill("原来的备注");
        Browser.look(page, "customer-form");
        page.getByTestId("customer-save").click();
        page.waitForURL(Pattern.compile(".*/customers/[0-9a-f-]{36}.*"));
    }

    private void changeNote(Page page, String note, String reason) {
        page.getByTestId("customer-edit").click();
        page.locator("#customer-note").fill(note);
        page.locator("#reason").fill(reason);
        page.getByTestId("customer-save").click();
        assertThat(page.getByTestId("customer-save")).isHidden();
    }
}
