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
import org.kedang.registration.RegistrationFixture;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Customers are handed over from their list, and rules of assignment are tried: in Chromium. */
@IntegrationTest
class HandoverBrowserTests {
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
    void handsOverWhatIsChosenInTheList() {
        TestClient sales = TestClient.as("sales", port);
        String customer = RegistrationFixture.complete(sales);
        String name = sales.get("/api/customers/" + customer).json().path("name").asString();
        Page page = browser.signedInAs("sales");
        browser.open(page, "/customers?sort=-createdAt");
        Locator row =
                page.getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText(name))
                        .first();
        row.locator("input[type=checkbox]")
                .first()
                .check(new Locator.CheckOptions().setForce(true));
        page.getByTestId("handover-selected").click();
        Browser.choose(page, "[data-testid=handover-to]", "王建国");
        Browser.fill(page, "handover-reason", "李晓梅调往销售二部，客户由王建国接手");
        assertThat(page.getByTestId("handover-preview")).containsText("将移交 1 个");
        Browser.look(page, "handover-dialog");
        page.getByTestId("handover-submit").click();

        assertThat(page.getByTestId("handover")).hasAttribute("data-state", "DONE");
        assertThat(page.getByTestId("handover")).containsText(name);
        Browser.lookAround(page, "handover");
        page.setViewportSize(390, 844);
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "document.documentElement.scrollWidth <="
                                                + " window.innerWidth"))
                .isTrue();
    }

    @Test
    void triesTheRulesOut() {
        Page page = browser.signedInAs("sysadmin");
        browser.open(page, "/assignment-rules");
        assertThat(page.getByTestId("assignment-rule")).hasCount(1);
        Browser.choose(page, "[data-testid=assignment-collector]", "李晓梅");
        page.getByTestId("assignment-attempt").click();
        assertThat(page.getByTestId("assignment-proposal")).containsText("分给 李晓梅");
        Browser.lookAround(page, "assignment-rules");
    }
}
