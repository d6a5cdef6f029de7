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
import org.kedang.registration.RegistrationFixture;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** A customer is put on record, and then money may be spent on it: in Chromium. */
@IntegrationTest
class RegistrationBrowserTests {
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
    void putsACustomerOnRecordAndSpendsOnIt() {
        TestClient sales = TestClient.as("sales", port);
        TestClient head = TestClient.as("head", port);
        String customer = RegistrationFixture.complete(sales);
        String name = sales.get("/api/customers/" + customer).json().path("name").asString();
        Page page = browser.signedInAs("sales");
        browser.open(page, "/registrations?mine=true&size=200");
        Locator row =
                page.getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText(name))
                        .first();
        assertThat(row).containsText("还有 5 个工作日");
        Browser.lookAround(page, "registrations");

        row.getByTestId("registration-ask-row").click();
        Browser.choose(page, "[data-testid=registration-met]", "上门拜访");
        Browser.fill(page, "registration-source", "绍兴黄酒节展位上认识");
        Browser.look(page, "registration-ask");
        page.getByTestId("registration-submit").click();
        assertThat(row).containsText("备案中");
        String request =
                sales.get("/api/customers/" + customer + "/registration")
                        .json()
                        .path("requestId")
                        .asString();
        RegistrationFixture.approve(head, request);

        browser.open(page, "/customers/" + customer);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("备案")).click();
        assertThat(page.getByTestId("customer-registration")).containsText("BA20");
        Browser.lookAround(page, "registration-tab");
        spend(page, customer, head);
    }

    private void spend(Page page, String customer, TestClient head) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("费用")).click();
        page.getByTestId("expense-ask").click();
        page.waitForURL(address -> address.contains("customer-expense"));
        assertThat(page.getByTestId("approval-form").locator("input").first())
                .hasValue(Pattern.compile("C\\d+"));
        TestClient sales = TestClient.as("sales", port);
        var fields =
                body().put(
                                "customer",
                                sales.get("/api/customers/" + customer)
                                        .json()
                                        .path("number")
                                        .asString())
                        .put("kind", "HOSPITALITY")
                        .put("amount", 1288)
                        .put("day", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString())
                        .put("participants", "李晓梅、客户采购部王经理、陈志远")
                        .put("purpose", "商谈 2027 年度框架合同的价格与交期");
        fields.putArray("invoice")
                .add(
                        sales.upload(
                                        "/api/approval-files?type=customer-expense&field=invoice",
                                        "餐饮发票.pdf",
                                        "%PDF-1.4 made".getBytes(StandardCharsets.US_ASCII))
                                .id());
        var asked = body().put("type", "customer-expense").put("reason", "客户招待");
        asked.set("fields", fields);
        RegistrationFixture.approve(head, sales.post("/api/approvals", asked).id());

        browser.open(page, "/expenses");
        assertThat(page.getByTestId("expense-sums").first()).containsText("招待");
        assertThat(page.getByText("¥ 1,288.00").first()).isVisible();
        Browser.lookAround(page, "expenses");
        browser.open(page, "/customers/" + customer);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("费用")).click();
        assertThat(page.getByTestId("expense-sums")).containsText("¥ 1,288.00");
        page.setViewportSize(390, 844);
        Browser.look(page, "expense-tab-narrow");
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "document.documentElement.scrollWidth <="
                                                + " window.innerWidth"))
                .isTrue();
    }
}
