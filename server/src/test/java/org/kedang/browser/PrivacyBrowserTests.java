package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.node.ObjectNode;

import java.util.UUID;

/** What a customer said to the use of its data, asked for, and how it is forgotten: in Chromium. */
@IntegrationTest
class PrivacyBrowserTests {
    @LocalServerPort int port;

    private Browser browser;
    private TestClient sales;
    private String name = "";
    private String id = "";
    private String number = "";

    @BeforeEach
    void start() {
        browser = new Browser(port);
        sales = TestClient.as("sales", port);
        name = "绍兴柯桥轻纺城面料进出口贸易有限公司 " + UUID.randomUUID().toString().substring(0, 8);
        Answer kept =
                sales.post(
                        "/api/customers",
                        TestClient.body()
                                .put("type", "ORGANISATION")
                                .put("name", name)
                                .put("phone", "0575-88120199")
                                .put("acceptDuplicates", true));
        id = kept.id();
        number = kept.json().path("number").asString();
    }

    @AfterEach
    void stop() {
        browser.close();
    }

    private Page consents() {
        Page page = browser.signedInAs("sales");
        browser.open(page, "/customers/" + id);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("同意与权利")).click();
        return page;
    }

    @Test
    void recordsAConsentItsWithdrawalAndACaseWithItsCopy() {
        Page page = consents();
        Locator marketing = page.locator("[data-testid=consent-line][data-purpose=marketing]");
        assertThat(marketing).hasAttribute("data-state", "MISSING");

        marketing.getByTestId("consent-give").click();
        page.getByTestId("consent-save").click();
        assertThat(page.getByText("此项必填。").first()).isVisible();
        Browser.fill(page, "consent-words", "合作协议附件第 3 页签字");
        page.getByTestId("consent-save").click();
        assertThat(marketing).hasAttribute("data-state", "GIVEN");
        marketing.getByTestId("consent-withdraw").click();
        Browser.fill(page, "consent-words", "来电表示不再接收资料");
        page.getByTestId("consent-save").click();
        assertThat(marketing).hasAttribute("data-state", "WITHDRAWN");
        assertThat(page.getByTestId("consent-event")).hasCount(2);

        page.getByTestId("customer-case-new").click();
        Browser.fill(page, "case-requester", "沈建华");
        Browser.fill(page, "case-wish", "请提供贵公司保存的我方资料");
        page.getByTestId("case-save").click();
        page.locator("[data-testid=customer-case] a").click();
        page.getByTestId("case-identity").click();
        Browser.fill(page, "case-words", "回拨登记电话，对方报出合同号");
        page.getByTestId("case-send").click();
        assertThat(page.getByTestId("case-state")).hasAttribute("data-state", "WORKING");
        Browser.lookAround(page, "rights-case");
        Download copy =
                page.waitForDownload(
                        () -> {
                            page.getByTestId("case-copy").click();
                            page.locator(".el-message-box")
                                    .getByRole(AriaRole.BUTTON)
                                    .getByText("制作资料副本")
                                    .click();
                        });
        assertThat(copy.suggestedFilename()).endsWith(".zip");
        assertThat(page.locator("[data-testid=case-step][data-kind=COPY]")).isVisible();
        browser.open(page, "/customers/" + id);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("同意与权利")).click();
        assertThat(marketing).hasAttribute("data-state", "WITHDRAWN");
        Browser.lookAround(page, "consents");
    }

    @Test
    void deletesACustomerByTheHandsOfFour() {
        Page page = consents();
        page.getByTestId("ask-deletion").click();
        assertThat(page.locator("#form-number")).hasValue(number);
        Answer request = request();
        approve(request, "head");
        approve(request, "clerk");

        Page administrator = browser.signedInAs("sysadmin");
        browser.open(administrator, "/deletions");
        administrator.getByText(number).first().click();
        Browser.lookAround(administrator, "deletion");
        administrator.getByTestId("deletion-execute").click();
        administrator.locator(".el-message-box input").fill(number);
        administrator
                .locator(".el-message-box")
                .getByRole(AriaRole.BUTTON)
                .getByText("执行删除")
                .click();
        assertThat(administrator.getByText("已删除，登记册编号").first()).isVisible();

        administrator.getByTestId("to-register").click();
        Locator line =
                administrator
                        .getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText(number));
        assertThat(line).containsText("陈志远、王建国");
        line.getByTestId("register-check").click();
        Browser.fill(administrator, "check-name", name);
        administrator.getByTestId("check-send").click();
        assertThat(administrator.getByTestId("check-result")).containsText("一致");
        Browser.look(administrator, "deletion-register");
        browser.open(page, "/customers/" + id);
        assertThat(page.getByText("没有找到这个客户")).isVisible();
    }

    private Answer request() {
        ObjectNode asked =
                TestClient.body().put("type", "customer-deletion").put("reason", "客户来函要求删除其资料");
        asked.putObject("fields").put("number", number).put("basis", "WISH");
        return sales.post("/api/approvals", asked);
    }

    private void approve(Answer request, String userName) {
        TestClient who = TestClient.as(userName, port);
        String task = who.get("/api/approvals/" + request.id()).json().path("task").asString();
        assertThat(who.post("/api/approval-tasks/" + task + "/approve", TestClient.body()).status())
                .isLessThan(300);
    }

    @Test
    void handsOverALetterAndAnswersFeedbackOnAPhone() {
        Page page = consents();
        page.setViewportSize(390, 844);
        page.getByTestId("letter-template").locator("visible=true").first().click();
        page.locator(".el-select-dropdown__item:visible")
                .filter(new Locator.FilterOptions().setHasText("客户资料使用告知书"))
                .click();
        page.getByTestId("letter-make").click();
        assertThat(page.getByTestId("letter-body")).containsText(name);
        Browser.fill(page, "letter-to", "沈建华");
        page.getByTestId("letter-hand").click();
        assertThat(page.getByTestId("letter-handed")).containsText("沈建华");
        Browser.look(page, "letter");

        browser.open(page, "/feedback");
        page.getByTestId("feedback-new").click();
        Browser.fill(page, "feedback-text", "希望提供电子对账单 " + id);
        page.getByTestId("feedback-save").click();
        page.getByText("希望提供电子对账单 " + id).first().click();
        page.getByTestId("feedback-mine").click();
        Browser.fill(page, "feedback-words", "下月起提供");
        page.getByTestId("feedback-say").click();
        assertThat(page.getByText("下月起提供").first()).isVisible();
        Browser.look(page, "feedback");
    }
}
