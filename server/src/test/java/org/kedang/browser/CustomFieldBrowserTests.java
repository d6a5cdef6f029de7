package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.customfield.DefinedFields;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An administrator adds two fields; a clerk fills them in, sees them in the list, narrows by one.
 */
@IntegrationTest
class CustomFieldBrowserTests {
    @LocalServerPort int port;

    private final List<String> errors = new ArrayList<>();
    private final String run = UUID.randomUUID().toString().substring(0, 5);
    private Browser browser;

    @BeforeEach
    void start() {
        browser = new Browser(port);
    }

    @AfterEach
    void stop() {
        browser.close();
        new DefinedFields(TestClient.as("sysadmin", port), "customer", run).define();
    }

    @Test
    void addsFieldsThatOthersFillInAndNarrowBy() {
        define();
        Page page = browser.signedInAs("clerk");
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        errors.add(message.text());
                    }
                });
        String gold = register(page, "绍兴金牌酒业" + run, "金牌" + run, "128000.5");
        String silver = register(page, "绍兴银牌纺织" + run, "银牌" + run, "900");

        browser.open(page, "/customers");
        page.getByText("更多条件").click();
        Browser.choose(page, "[data-testid^=filter-f]", "金牌" + run);

        assertThat(page.locator("[data-row='" + gold + "']")).containsText("金牌" + run);
        assertThat(page.locator("[data-row='" + gold + "']")).containsText("¥ 128,000.50");
        assertThat(page.locator("[data-row='" + silver + "']")).hasCount(0);
        Browser.look(page, "custom-fields-list");
        page.setViewportSize(390, 844);
        browser.open(page, "/customers/" + gold);
        page.getByTestId("custom-facts").first().scrollIntoViewIfNeeded();
        assertThat(page.getByTestId("custom-facts").first()).containsText("¥ 128,000.50");
        Browser.look(page, "custom-fields-customer-narrow");
        Assertions.assertThat(
                        page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        Assertions.assertThat(errors).as("console errors").isEmpty();
    }

    private void define() {
        Page page = browser.signedInAs("sysadmin");
        browser.open(page, "/custom-fields");
        assertThat(page.getByTestId("define-save")).isDisabled();
        page.getByTestId("define-add").click();
        int level = page.getByTestId("define-field").count() - 1;
        Browser.fill(page, "define-label-" + level, "等级" + run);
        Browser.choose(page, "[data-testid=define-kind-" + level + "]", "单选");
        Browser.fill(page, "define-options-" + level, "金牌" + run + "\n银牌" + run);
        mark(page, "listed", level);
        mark(page, "filterable", level);
        page.getByTestId("define-add").click();
        int budget = level + 1;
        Browser.fill(page, "define-label-" + budget, "预算" + run);
        Browser.choose(page, "[data-testid=define-kind-" + budget + "]", "金额");
        mark(page, "listed", budget);
        page.getByTestId("define-save").click();
        assertThat(page.getByText("已保存，登记表和列表").first()).isVisible();
        Browser.look(page, "custom-fields");
    }

    private static void mark(Page page, String trait, int place) {
        page.getByTestId("define-" + trait + "-" + place).click();
    }

    private String register(Page page, String name, String level, String budget) {
        browser.open(page, "/customers/new");
        Browser.fill(page, "customer-name", name);
        page.getByText(level, new Page.GetByTextOptions().setExact(true)).click();
        page.getByLabel("预算" + run).fill(budget);
        Browser.look(page, "custom-fields-form");
        page.getByTestId("customer-save").click();
        page.waitForURL(url -> url.matches(".*/customers/[0-9a-f-]{36}$"));
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }
}
