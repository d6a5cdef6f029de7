package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.node.ObjectNode;

import java.util.UUID;

/** A new bank account waits until the head has compared it: in Chromium. */
@IntegrationTest
class KeyChangeBrowserTests {
    @LocalServerPort int port;

    private Browser browser;

    @BeforeEach
    void start() {
        browser = new Browser(port);
    }

    @AfterEach
    void stop() {
        browser.close();
        ObjectNode none = body().put("reason", "测试结束");
        none.putArray("checked");
        TestClient.as("sysadmin", port).put("/api/key-checks", none);
    }

    @Test
    void changesTheNameWhenItWasChecked() {
        checkNames();
        String name = "绍兴柯桥中国轻纺城变更核对贸易有限公司" + UUID.randomUUID().toString().substring(0, 6);
        TestClient sales = TestClient.as("sales", port);
        String customer =
                sales.post("/api/customers", body().put("type", "ORGANISATION").put("name", name))
                        .id();

        Page page = browser.signedInAs("sales");
        browser.open(page, "/customers/" + customer);
        page.getByTestId("customer-edit").click();
        Browser.fill(page, "customer-name", name + "（更名）");
        assertThat(page.getByTestId("key-change-note")).containsText("名称须经核对");
        Browser.look(page, "key-change-form");
        page.getByTestId("customer-save").click();
        Locator waiting = page.getByTestId("key-change");
        assertThat(waiting).containsText("（更名）");
        assertThat(page.getByText("已提交核对").first()).isVisible();
        Browser.lookAround(page, "key-change");
        page.setViewportSize(390, 844);
        fits(page);

        approve(waiting.getByTestId("key-change-request").getAttribute("href"));

        page.reload();
        assertThat(page.locator("h1").first()).hasText(name + "（更名）");
        assertThat(page.getByTestId("key-change")).hasCount(0);
    }

    private void checkNames() {
        Page page = browser.signedInAs("sysadmin");
        browser.open(page, "/key-checks");
        page.getByTestId("key-check-NAME").click();
        Browser.fill(page, "key-check-reason", "合同部要求，更名须核对营业执照");
        Browser.lookAround(page, "key-checks");
        page.getByTestId("key-check-save").click();
        assertThat(page.getByTestId("key-check-save")).hasCount(0);
        page.setViewportSize(390, 844);
        fits(page);
    }

    private void approve(String request) {
        Page page = browser.signedInAs("head");
        browser.open(page, request);
        assertThat(page.getByTestId("approval-customer")).isVisible();
        Browser.look(page, "key-change-card");
        page.getByTestId("approval-approve").click();
        page.getByTestId("approval-confirm").click();
        assertThat(page.getByTestId("approval-card")).hasAttribute("data-state", "APPROVED");
    }

    private static void fits(Page page) {
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "document.documentElement.scrollWidth <="
                                                + " window.innerWidth"))
                .isTrue();
    }
}
