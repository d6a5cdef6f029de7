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
        choose(officer, "request-role", "档案员");
        Browser.fill(officer, "request-reason", "接替王建国管理库房");
        officer.getByTestId("request-submit").click();
        assertThat(officer.getByText("已提交，待第二人批准后生效")).isVisible();

        Page manager = browser.signedInAs("gm");
        browser.open(manager, "/rights-requests?state=PENDING");
        manager.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(newcomer.name()))
                .first()
                .click();
        manager.getByTestId("request-approve").click();
        assertThat(manager.getByText("已批准并生效").first()).isVisible();

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
        choose(officer, "agreement-person", newcomer.name());
        Browser.fill(officer, "agreement-title", "涉密岗位保密协议");
        officer.locator("#agreement-until").fill("2099-12-31");
        officer.locator("#agreement-until").press("Enter");
        officer.getByTestId("agreement-save").click();
        assertThat(officer.getByText("已登记").first()).isVisible();
        browser.open(officer, "/people/" + newcomer.id() + "/rights");
        assertThat(officer.getByTestId("open-level")).hasAttribute("data-level", "SECRET");

        browser.open(officer, "/agreements?q=" + newcomer.name());
        officer.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(newcomer.name()))
                .first()
                .click();
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
        assertThat(officer.getByText("已提交，待第二人批准后生效")).isVisible();
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
        manager.getByTestId("request-approve").click();
        assertThat(manager.getByText("已批准并生效").first()).isVisible();
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

    private static void choose(Page page, String testId, String option) {
        page.locator(
                        "[data-testid='"
                                + testId
                                + "'], .el-select:has([data-testid='"
                                + testId
                                + "'])")
                .first()
                .click();
        page.locator(".el-select-dropdown__item:visible")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
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
        TestClient.as("gm", port).post("/api/rights-requests/" + filed.id() + "/approve", body());
    }

    private static tools.jackson.databind.node.ObjectNode role(Newcomer newcomer, String role) {
        var wish = body().put("kind", "ROLE").put("personId", newcomer.id()).put("role", role);
        var request = body().put("reason", "业务需要");
        request.set("wish", wish);
        return request;
    }
}
