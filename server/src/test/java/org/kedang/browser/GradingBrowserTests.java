package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.node.ObjectNode;

import java.util.UUID;

/** A clerk writes grading rules, a salesman looks through his customers: in Chromium. */
@IntegrationTest
class GradingBrowserTests {
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

    private static void fits(Page page) {
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "document.documentElement.scrollWidth <="
                                                + " window.innerWidth"))
                .isTrue();
    }

    @Test
    void writesRulesAndAsksASecondPerson() {
        draft();
        Page page = browser.signedInAs("clerk");
        browser.open(page, "/grading");
        assertThat(page.getByTestId("grade-rule").first()).isVisible();
        page.getByTestId("grade-add-rule").click();
        Locator rule = page.getByTestId("grade-rule").last();
        rule.getByTestId("grade-values").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("潜在客户")).last().click();
        page.keyboard().press("Escape");
        page.getByTestId("grade-save").click();
        page.locator(".el-message-box textarea").fill("把潜在客户单列一级");
        page.locator(".el-message-box__btns .el-button--primary").click();
        assertThat(page.getByTestId("grade-preview").getByRole(AriaRole.TABLE).first()).isVisible();
        assertThat(page.getByTestId("grade-ask")).isVisible();
        Browser.lookAround(page, "grading");

        page.getByTestId("grade-ask").click();
        Browser.look(page, "grading-ask");
        page.getByTestId("grade-ask-submit").click();
        assertThat(page.getByTestId("grade-waits")).isVisible();
        page.setViewportSize(390, 844);
        fits(page);
        Browser.look(page, "grading-narrow");
        withdraw();
    }

    /** Whatever was drafted before. */
    private void draft() {
        TestClient clerk = TestClient.as("clerk", port);
        ObjectNode draft =
                body().put("note", "按年度经营会议纪要起草")
                        .put(
                                "basedOn",
                                clerk.get("/api/grading/rules")
                                        .json()
                                        .at("/items/0/version")
                                        .asInt(0));
        ObjectNode rule = draft.putObject("rules").putArray("rules").addObject().put("grade", "A");
        ObjectNode when =
                rule.putObject("when")
                        .put("kind", "FACT")
                        .put("fact", "region")
                        .put("operator", "ONE_OF");
        when.putArray("parts");
        when.putArray("values").add("330600").add("330100");
        assertThat(clerk.post("/api/grading/rules", draft).status()).isEqualTo(201);
    }

    /** So that nothing is graded by it. */
    private void withdraw() {
        TestClient clerk = TestClient.as("clerk", port);
        for (var version : clerk.get("/api/grading/rules").json().path("items")) {
            if (version.path("state").asString().equals("ASKED")) {
                String request = version.path("requestId").asString();
                assertThat(
                                clerk.post(
                                                "/api/approvals/" + request + "/withdraw",
                                                body().put("reason", "测试"))
                                        .status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void confirmsWithOneKeyAndShowsHowFarItIs() {
        String name = "绍兴柯桥中国轻纺城核对贸易有限公司" + UUID.randomUUID().toString().substring(0, 6);
        TestClient sales = TestClient.as("sales", port);
        String customer =
                sales.post("/api/customers", body().put("type", "PERSON").put("name", name)).id();
        Page page = browser.signedInAs("sales");
        browser.open(page, "/customers/" + customer);
        assertThat(page.getByTestId("customer-hints")).containsText("资料待核对");
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("定级")).click();
        assertThat(page.getByTestId("customer-grade")).isVisible();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("核对")).click();
        assertThat(page.getByTestId("customer-confirm")).isVisible();

        browser.open(page, "/confirmations?open=" + customer);
        assertThat(page.getByTestId("confirm-one")).isVisible();
        Browser.lookAround(page, "confirmations");
        page.keyboard().press("c");
        assertThat(page.locator(".el-message--success")).isVisible();
        assertThat(
                        sales.get("/api/customers/" + customer + "/confirmation")
                                .json()
                                .path("due")
                                .asBoolean(true))
                .isFalse();
        assertThat(
                        page.locator("tbody")
                                .getByText(name, new Locator.GetByTextOptions().setExact(true)))
                .hasCount(0);

        browser.open(page, "/confirmation-coverage");
        assertThat(page.getByTestId("confirmation-coverage")).containsText("销售一部");
        Browser.lookAround(page, "confirmation-coverage");
        page.setViewportSize(390, 844);
        fits(page);
    }
}
