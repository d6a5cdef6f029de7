package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.json.JsonMapper;

import java.util.UUID;
import java.util.regex.Pattern;

/** An administrator draws how requests are decided, tries it, and has it brought into force. */
@IntegrationTest
class ProcessBrowserTests {
    @LocalServerPort int port;

    private final String type = "g-" + UUID.randomUUID().toString().substring(0, 8);
    private Browser browser;

    @BeforeEach
    void start() {
        browser = new Browser(port);
        TestClient administrator = TestClient.as("sysadmin", port);
        String department =
                administrator
                        .get("/api/departments")
                        .json()
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString();
        administrator.post(
                "/api/approval-types",
                JsonMapper.shared()
                        .readTree(
                                """
                                {"code": "%s", "departmentId": "%s",
                                 "name": {"zh": "接待用车申请", "en": "Car for guests"},
                                 "fields": [{"name": "amount", "kind": "MONEY", "required": true, "options": [],
                                             "label": {"zh": "预计费用", "en": "Cost"}}]}
                                """
                                        .formatted(type, department)));
    }

    @AfterEach
    void stop() {
        browser.close();
    }

    @Test
    void drawsTriesAndBringsIntoForce() {
        Page page = browser.signedInAs("sysadmin");
        browser.open(page, "/processes");
        page.locator("[data-testid=process-link][data-type=" + type + "]").click();
        assertThat(page.getByTestId("part-head")).isVisible();

        addsABranch(page);
        assertThat(page.getByTestId("process-finding").first()).containsText("请填写条件的值");
        assertThat(page.getByTestId("process-save")).isDisabled();
        page.getByTestId("part-branch1").click();
        Browser.fill(page, "way-value", "5000");
        dearOnesToTheManager(page);
        assertThat(page.getByTestId("process-checks")).containsText("没有发现问题");

        triesADearOne(page);
        seesTheDrawing(page);
        savesAndAsks(page);
        agreesAsASecondPerson();

        page.reload();
        assertThat(page.getByTestId("process-version").first()).containsText("现行");
        assertThat(page.getByTestId("process-version").first()).containsText("孙丽 核准");
    }

    private static void addsABranch(Page page) {
        page.getByTestId("part-add").last().click();
        page.getByTestId("part-add-BRANCH").locator("visible=true").first().click();
    }

    private static void dearOnesToTheManager(Page page) {
        page.locator(".way").first().getByTestId("part-add").first().click();
        page.getByTestId("part-add-STEP").locator("visible=true").first().click();
        Browser.fill(page, "part-name", "总经理审批");
        Browser.choose(page, "[data-testid=approver-by]", "角色");
        Browser.choose(page, "[data-testid=approver-role]", "总经理");
        assertThat(page.getByTestId("part-step1")).containsText("总经理审批");
    }

    private static void triesADearOne(Page page) {
        page.getByTestId("process-try").click();
        page.locator("[data-testid=form-amount] input, input[data-testid=form-amount]")
                .first()
                .fill("9000");
        page.getByTestId("trial-run").click();
        assertThat(page.getByTestId("trial-steps")).containsText("周明华");
        page.keyboard().press("Escape");
    }

    private static void seesTheDrawing(Page page) {
        page.getByTestId("process-bpmn").click();
        assertThat(page.locator("[data-testid=bpmn-drawing] svg [data-element-id=head]").first())
                .isVisible();
        page.keyboard().press("Escape");
    }

    private static void savesAndAsks(Page page) {
        page.getByTestId("process-save").click();
        answer(page, "大额用车由总经理审批");
        assertThat(page.getByTestId("process-version").first()).containsText("待启用");
        page.getByTestId("version-compare").first().click();
        assertThat(page.getByTestId("version-lines"))
                .containsText(Pattern.compile("\\+ .*总经理审批", Pattern.DOTALL));
        page.getByTestId("process-activate").click();
        answer(page, "制度已发布");
        assertThat(page.getByText("启用申请已提交").first()).isVisible();
    }

    private static void answer(Page page, String text) {
        page.locator(".el-message-box__input textarea").fill(text);
        page.locator(".el-message-box__btns .el-button--primary").click();
    }

    private void agreesAsASecondPerson() {
        TestClient officer = TestClient.as("secadmin", port);
        for (var line : officer.get("/api/approvals?box=TODO&q=接待用车申请").json().path("items")) {
            if (line.path("type").asString().equals("activate-process")) {
                officer.post(
                        "/api/approval-tasks/" + line.path("taskId").asString() + "/approve",
                        JsonMapper.shared().createObjectNode());
            }
        }
    }
}
