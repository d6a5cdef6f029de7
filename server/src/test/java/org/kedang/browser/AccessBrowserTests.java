package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Locale;
import java.util.UUID;

/** Asking for rights, the second person, the review, and what an agreement opens: in Chromium. */
@IntegrationTest
class AccessBrowserTests {
    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;

    private Browser browser;

    private record Newcomer(String id, String userName, String name) {}

    @BeforeEach
    void start() {
        browser = new Browser(port);
    }

    @AfterEach
    void stop() {
        browser.close();
    }

    @Test
    void takesEffectOnceASecondPersonApproves() {
        Newcomer newcomer = newcomer("档案室");
        Page officer = browser.signedInAs("secadmin");
        browser.open(officer, "/rights-requests?new=" + newcomer.id() + "&name=" + newcomer.name());
        Browser.choose(officer, "[data-testid=request-role]", "档案员");
        Browser.fill(officer, "request-reason", "接替王建国管理库房");
        officer.getByTestId("request-submit").click();
        assertSubmitted(officer);

        Page manager = browser.signedInAs("gm");
        browser.open(manager, "/rights-requests?state=PENDING");
        manager.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(newcomer.name()))
                .first()
                .click();
        manager.getByTestId("request-approval").click();
        Locator card = manager.getByTestId("approval-card");
        assertThat(card.getByTestId("approval-changes")).containsText("立卷归档");
        look(manager, "high-right");
        manager.getByTestId("approval-approve").click();
        manager.getByTestId("approval-confirm").click();
        assertThat(card).hasAttribute("data-state", "APPROVED");
        browser.open(manager, "/rights-requests?state=EFFECTIVE");
        assertThat(
                        manager.getByRole(AriaRole.ROW)
                                .filter(new Locator.FilterOptions().setHasText(newcomer.name()))
                                .first())
                .containsText("周明华");

        Page member = browser.signedInAs(newcomer.userName());
        browser.open(member, "/my-rights");
        assertThat(
                        member.locator(
                                "[data-testid=effective-grant][data-role=CLERK][data-counts=COUNTS]"))
                .containsText("周明华 批准");
        assertThat(
                        member.locator(
                                "[data-testid=effective-permission][data-permission=ARCHIVE_WRITE]"))
                .containsText("全部部门");
        browser.open(member, "/customers");
        assertThat(member.getByTestId("customer-new").first()).isVisible();
    }

    @Test
    void opensTheSecretLevelsWithAnAgreementAndClosesThem() {
        Newcomer newcomer = newcomer("销售一部");
        raise(newcomer);
        Page officer = browser.signedInAs("secadmin");
        browser.open(officer, "/people/" + newcomer.id() + "/rights");
        assertThat(officer.getByTestId("open-level")).hasAttribute("data-level", "INTERNAL");

        browser.open(officer, "/agreements");
        officer.getByTestId("agreement-new").click();
        Browser.choose(officer, "[data-testid=agreement-person]", newcomer.name());
        Browser.fill(officer, "agreement-title", "涉密岗位保密协议");
        officer.locator("#agreement-until").fill("2099-12-31");
        officer.locator("#agreement-until").press("Enter");
        officer.getByTestId("agreement-save").click();
        assertThat(officer.getByText("上传扫描件后才开放").first()).isVisible();
        browser.open(officer, "/people/" + newcomer.id() + "/rights");
        assertThat(officer.getByTestId("open-level")).hasAttribute("data-level", "INTERNAL");

        openAgreement(officer, newcomer);
        assertThat(officer.getByTestId("agreement-missing")).isVisible();
        officer.getByTestId("agreement-file")
                .setInputFiles(
                        new com.microsoft.playwright.options.FilePayload(
                                "保密协议.pdf",
                                "application/pdf",
                                "%PDF-1.4 made"
                                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        assertThat(officer.getByText("扫描件已保存").first()).isVisible();
        browser.open(officer, "/people/" + newcomer.id() + "/rights");
        assertThat(officer.getByTestId("open-level")).hasAttribute("data-level", "SECRET");

        openAgreement(officer, newcomer);
        officer.getByTestId("agreement-end").click();
        officer.locator(".el-message-box__input input").fill("离开涉密岗位");
        officer.locator(".el-message-box__btns .el-button--danger").click();
        assertThat(officer.getByText("已终止").first()).isVisible();
        browser.open(officer, "/people/" + newcomer.id() + "/rights");
        assertThat(officer.getByTestId("open-level")).hasAttribute("data-level", "INTERNAL");
    }

    @Test
    void letsTheHeadReviewLineByLine() {
        Newcomer newcomer = newcomer("销售一部");
        TestClient.as("secadmin", port).post("/api/rights-requests", role(newcomer, "SALES"));
        jdbc.sql("delete from access_review_line").update();
        jdbc.sql("delete from access_review").update();
        Page officer = browser.signedInAs("secadmin");
        browser.open(officer, "/access-reviews");
        officer.getByTestId("review-start").click();
        assertThat(officer.getByTestId("review-round").first()).isVisible();

        Page head = browser.signedInAs("head");
        browser.open(head, "/access-reviews");
        Locator line =
                head.getByTestId("review-line")
                        .filter(new Locator.FilterOptions().setHasText(newcomer.name()))
                        .first();
        assertThat(line).isVisible();
        line.getByTestId("review-revoke").click();
        head.locator(".el-message-box__btns .el-button--danger").click();
        assertThat(line).isHidden();

        assertThat(
                        jdbc.sql("select state from role_grant where person_id = :id")
                                .param("id", UUID.fromString(newcomer.id()))
                                .query(String.class)
                                .single())
                .isEqualTo("ENDED");
    }

    @Test
    void makesARoleThatWaitsForASecondPerson() {
        String code = "T" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        Page officer = browser.signedInAs("secadmin");
        browser.open(officer, "/roles");
        officer.getByTestId("role-new").click();
        Browser.fill(officer, "role-code", code);
        Browser.fill(officer, "role-zh", "查阅员");
        Browser.fill(officer, "role-en", "Reader");
        officer.getByTestId("role-may-CUSTOMER_READ").click();
        Browser.fill(officer, "role-reason", "只读岗位");
        officer.getByTestId("role-submit").click();
        assertSubmitted(officer);
        assertThat(
                        jdbc.sql("select count(*) from role where code = :code")
                                .param("code", code)
                                .query(Long.class)
                                .single())
                .isZero();

        Page manager = browser.signedInAs("gm");
        browser.open(manager, "/rights-requests?state=PENDING");
        manager.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("修改角色"))
                .first()
                .click();
        assertThat(manager.getByText("查看客户").first()).isVisible();
        approve(code);
        assertThat(
                        jdbc.sql("select permission from role_permission where role = :code")
                                .param("code", code)
                                .query(String.class)
                                .list())
                .containsExactly("CUSTOMER_READ");
    }

    @Test
    void answersWhetherSomebodyMaySeeANumber() {
        String number =
                TestClient.as("sales", port)
                        .get("/api/customers?size=1")
                        .json()
                        .at("/items/0/number")
                        .asString();
        Page sales = browser.signedInAs("sales");
        browser.open(sales, "/my-rights");
        Browser.fill(sales, "probe-number", number);
        sales.getByTestId("probe-go").click();
        assertThat(sales.getByTestId("probe-answer")).hasAttribute("data-may", "true");
        Browser.fill(sales, "probe-number", "KH-0000");
        sales.getByTestId("probe-go").click();
        assertThat(sales.getByTestId("probe-answer")).hasAttribute("data-may", "false");
    }

    /** The first request of all waits for the process engine, which is built beside the start. */
    private static void assertSubmitted(Page officer) {
        assertThat(officer.getByText("已提交，待第二人批准后生效"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
    }

    private void openAgreement(Page officer, Newcomer newcomer) {
        browser.open(officer, "/agreements?q=" + newcomer.name());
        officer.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(newcomer.name()))
                .first()
                .click();
    }

    @Test
    void givesAPostOnceASecondPersonApproves() {
        Newcomer newcomer = newcomer("档案室");
        UUID position = UUID.randomUUID();
        String name = "库管" + newcomer.userName();
        jdbc.sql("insert into position (id, code, name) values (:id, :code, :name)")
                .param("id", position)
                .param("code", newcomer.userName().toUpperCase(Locale.ROOT))
                .param("name", name)
                .update();
        jdbc.sql("insert into position_role (position_id, role) values (:id, 'CLERK')")
                .param("id", position)
                .update();
        Page officer = browser.signedInAs("secadmin");
        browser.open(officer, "/rights-requests?new=" + newcomer.id() + "&name=" + newcomer.name());
        officer.locator("#request-kind .el-radio-button").nth(1).click();
        Browser.choose(officer, "#request-position", name);
        Browser.choose(officer, "#request-post-department", "档案室");
        Browser.fill(officer, "request-reason", "接管库房");
        officer.getByTestId("request-submit").click();
        assertSubmitted(officer);
        assertThat(posts(newcomer)).isZero();

        approve(newcomer.name());
        assertThat(posts(newcomer)).isEqualTo(1);
    }

    private long posts(Newcomer newcomer) {
        return jdbc.sql("select count(*) from post where person_id = :id and state = 'HELD'")
                .param("id", UUID.fromString(newcomer.id()))
                .query(Long.class)
                .single();
    }

    @Test
    void widensAFieldRuleOnceASecondPersonApproves() {
        Page officer = browser.signedInAs("secadmin");
        browser.open(officer, "/field-rules");
        Browser.choose(officer, "[data-testid=rule-DEPARTMENT_HEAD-bankAccount]", "可看");
        Browser.fill(officer, "rules-reason", "部门负责人核对收款账号");
        officer.getByTestId("rules-save").click();
        assertThat(officer.getByTestId("rules-problem")).isVisible();
        officer.getByTestId("rules-request").click();
        assertSubmitted(officer);

        approve("DEPARTMENT_HEAD");
        assertThat(
                        jdbc.sql(
                                        "select access from field_rule where role ="
                                                + " 'DEPARTMENT_HEAD' and field = 'BANK_ACCOUNT'")
                                .query(String.class)
                                .single())
                .isEqualTo("READ");
        jdbc.sql(
                        "update field_rule set access = 'MASKED' where role = 'DEPARTMENT_HEAD' and"
                                + " field = 'BANK_ACCOUNT'")
                .update();
    }

    @Test
    void showsAndEndsWhatWasOpenedSingly() {
        TestClient clerk = TestClient.as("clerk", port);
        String customer =
                clerk.post(
                                "/api/customers",
                                body().put("type", "ORGANISATION")
                                        .put("name", "单独" + UUID.randomUUID()))
                        .id();
        Newcomer newcomer = newcomer("销售一部");
        clerk.post(
                "/api/explicit-grants",
                body().put("kind", "CUSTOMER")
                        .put("thing", customer)
                        .put("personId", newcomer.id())
                        .put("validUntil", "2027-06-01T00:00:00Z")
                        .put("mayEdit", false)
                        .put("reason", "联合投标"));
        Page officer = browser.signedInAs("secadmin");
        browser.open(officer, "/explicit-grants?q=" + newcomer.name());
        Locator row =
                officer.getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText(newcomer.name()))
                        .first();
        assertThat(row).containsText("联合投标");
        row.click();
        look(officer, "shares");
        assertThat(officer.locator("body")).not().containsText("单独");
        officer.getByTestId("share-line-end").click();
        officer.locator(".el-message-box__input input").fill("投标已结束");
        officer.locator(".el-message-box__btns .el-button--danger").click();
        assertThat(officer.getByText("已收回").first()).isVisible();
        assertThat(officer.getByText("投标已结束").first()).isVisible();
    }

    @Test
    void addsAServiceAccountWithItsKeeper() {
        String userName = "svc-" + UUID.randomUUID().toString().substring(0, 6);
        Page page = browser.signedInAs("sysadmin");
        browser.open(page, "/service-accounts");
        Browser.fill(page, "service-name", "对账接口" + userName);
        Browser.fill(page, "service-user-name", userName);
        Browser.choose(page, "#service-department", "销售一部");
        Browser.choose(page, "#service-keeper", "陈志远");
        page.getByTestId("service-add").click();
        Locator line =
                page.getByTestId("service-account")
                        .filter(new Locator.FilterOptions().setHasText(userName));
        assertThat(line).isVisible();
        look(page, "service-accounts");

        Page keeper = browser.signedInAs("head");
        browser.open(keeper, "/me");
        Browser.choose(keeper, "[data-testid=token-owner]", "对账接口" + userName);
        Browser.fill(keeper, "token-name", "每晚对账");
        keeper.getByTestId("token-create").click();
        assertThat(keeper.getByTestId("once-shown")).isVisible();
    }

    @Test
    void keepsNoSensitiveFieldInTheBrowser() {
        Page page = browser.signedInAs("clerk");
        browser.open(page, "/customers/new");
        Browser.fill(page, "customer-name", "没有登记完的公司");
        page.locator("#customer-phone").fill("13858500123");
        page.locator("#customer-note").fill("只是随手记下");
        page.waitForTimeout(300);

        String kept = String.valueOf(page.evaluate("JSON.stringify(localStorage)"));
        org.assertj.core.api.Assertions.assertThat(kept)
                .contains("只是随手记下")
                .doesNotContain("13858500123");
    }

    private static void look(Page page, String name) {
        page.waitForTimeout(300);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(java.nio.file.Path.of("target", "screens", name + ".png")));
    }

    private Newcomer newcomer(String department) {
        TestClient sysadmin = TestClient.as("sysadmin", port);
        String where = "";
        for (var one : sysadmin.get("/api/departments").json().path("items")) {
            if (one.path("name").asString().equals(department)) {
                where = one.path("id").asString();
            }
        }
        String userName = "b" + UUID.randomUUID().toString().substring(0, 8);
        String name = "邵" + userName.substring(1, 5);
        Answer added =
                sysadmin.post(
                        "/api/people",
                        body().put("userName", userName)
                                .put("name", name)
                                .put("departmentId", where));
        TestClient fresh = TestClient.at(port);
        String first = added.json().path("initialPassword").asString();
        fresh.signIn(userName, first);
        fresh.put(
                "/api/session/password",
                body().put("current", first).put("replacement", TestClient.PASSWORD));
        return new Newcomer(added.id(), userName, name);
    }

    private void raise(Newcomer newcomer) {
        var wish =
                body().put("kind", "CLEARANCE")
                        .put("personId", newcomer.id())
                        .put("level", "SECRET");
        var request = body().put("reason", "涉密岗位");
        request.set("wish", wish);
        Answer filed = TestClient.as("secadmin", port).post("/api/rights-requests", request);
        decide(filed.json().path("approvalId").asString());
    }

    /** The general manager agrees to what waits and names this. */
    private void approve(String text) {
        String approval =
                TestClient.as("gm", port)
                        .get("/api/rights-requests?state=PENDING&size=100")
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(one -> one.toString().contains(text))
                        .findFirst()
                        .orElseThrow()
                        .path("approvalId")
                        .asString();
        decide(approval);
    }

    private void decide(String approval) {
        TestClient manager = TestClient.as("gm", port);
        String task = manager.get("/api/approvals/" + approval).json().path("task").asString();
        Answer approved = manager.post("/api/approval-tasks/" + task + "/approve", body());
        org.assertj.core.api.Assertions.assertThat(approved.status())
                .as(approved.text())
                .isEqualTo(204);
    }

    private static tools.jackson.databind.node.ObjectNode role(Newcomer newcomer, String role) {
        var wish = body().put("kind", "ROLE").put("personId", newcomer.id()).put("role", role);
        var request = body().put("reason", "业务需要");
        request.set("wish", wish);
        return request;
    }
}
