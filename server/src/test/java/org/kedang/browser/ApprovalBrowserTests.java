package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
import org.springframework.boot.test.web.server.LocalServerPort;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Requests from the form to the decision, with everybody concerned signed in at once: in Chromium.
 */
@IntegrationTest
class ApprovalBrowserTests {
    private record Newcomer(String id, String userName, String name) {}

    /** Making them takes seconds; every test finds its own requests by their mark. */
    private static final List<Newcomer> PEOPLE = new ArrayList<>();

    @LocalServerPort int port;

    private final String mark = UUID.randomUUID().toString().substring(0, 6);
    private Browser browser;
    private Newcomer asker;
    private Newcomer one;
    private Newcomer two;
    private Newcomer three;

    @BeforeEach
    void start() {
        browser = new Browser(port);
        for (int i = PEOPLE.size(); i < 4; i++) {
            PEOPLE.add(newcomer());
        }
        asker = PEOPLE.get(0);
        one = PEOPLE.get(1);
        two = PEOPLE.get(2);
        three = PEOPLE.get(3);
    }

    @AfterEach
    void stop() {
        browser.close();
    }

    @Test
    void isSignedByAll() {
        Page first = browser.signedInAs(one.userName());
        Page second = browser.signedInAs(two.userName());
        Page mine = browser.signedInAs(asker.userName());

        submit(mine, "trial-all", one, two);
        assertThat(way(mine)).containsText("会签");
        assertThat(way(mine).getByTestId("approval-part")).hasCount(2);

        open(first);
        first.keyboard().press("a");
        first.keyboard().press("Enter");
        assertThat(first.getByTestId("approval-bar").getByTestId("approval-approve")).isHidden();
        assertThat(first.getByTestId("approval-badge")).isHidden();

        open(second);
        assertThat(second.getByTestId("approval-badge")).hasText("1");
        assertThat(part(second, one)).hasAttribute("data-state", "APPROVED");
        second.getByTestId("approval-approve").click();
        Browser.fill(second, "approval-opinion", "材料齐全，同意。");
        second.keyboard().press("Control+Enter");
        assertThat(card(second)).hasAttribute("data-state", "APPROVED");

        mine.reload();
        assertThat(card(mine)).hasAttribute("data-state", "APPROVED");
        assertThat(part(mine, two)).containsText("材料齐全，同意。");
        second.getByTestId("approval-box-DONE").click();
        assertThat(row(second)).containsText("同意");
    }

    @Test
    void comesBackIsMendedAndRefused() {
        Page mine = browser.signedInAs(asker.userName());
        Page first = browser.signedInAs(one.userName());
        Page second = browser.signedInAs(two.userName());
        submit(mine, "trial-row", one, two);

        open(first);
        first.keyboard().press("b");
        assertThat(first.getByTestId("approval-confirm")).isDisabled();
        Browser.fill(first, "approval-opinion", "写明金额。");
        first.keyboard().press("Control+Enter");
        assertThat(card(first)).hasAttribute("data-state", "RETURNED");

        mine.reload();
        mine.getByTestId("approval-resubmit").click();
        assertThat(mine.getByTestId("approval-returned")).containsText("写明金额。");
        assertThat(mine.getByTestId("approval-form")).containsText(two.name());
        Browser.fill(mine, "form-amount", "1280.50");
        mine.getByTestId("approval-submit").click();
        assertThat(card(mine)).hasAttribute("data-state", "OPEN");
        assertThat(card(mine)).containsText("¥ 1,280.50");
        assertThat(way(mine)).containsText("修改后重新提交");

        open(first);
        first.keyboard().press("a");
        first.keyboard().press("Enter");
        assertThat(part(first, one).last()).hasAttribute("data-state", "APPROVED");

        open(second);
        second.keyboard().press("r");
        Browser.fill(second, "approval-opinion", "超出标准。");
        second.getByTestId("approval-confirm").click();
        assertThat(card(second)).hasAttribute("data-state", "REJECTED");
        mine.reload();
        assertThat(card(mine)).hasAttribute("data-state", "REJECTED");
        assertThat(way(mine)).containsText("超出标准。");
    }

    @Test
    void isHandedOverAndSignedByOneMore() {
        Page mine = browser.signedInAs(asker.userName());
        Page first = browser.signedInAs(one.userName());
        Page second = browser.signedInAs(two.userName());
        Page third = browser.signedInAs(three.userName());
        submit(mine, "trial-any", one);

        open(first);
        first.keyboard().press("t");
        Browser.choose(first, "[data-testid=approval-person]", two.name());
        first.getByTestId("approval-confirm").click();
        assertThat(part(first, one)).hasAttribute("data-state", "MOVED");

        open(second);
        second.keyboard().press("s");
        second.getByTestId("approval-sign-after").click();
        Browser.choose(second, "[data-testid=approval-person]", three.name());
        second.getByTestId("approval-confirm").click();
        assertThat(part(second, three)).hasAttribute("data-state", "WAITING");
        second.keyboard().press("a");
        second.keyboard().press("Enter");
        assertThat(part(second, two)).hasAttribute("data-state", "APPROVED");
        assertThat(card(second)).hasAttribute("data-state", "OPEN");

        open(third);
        assertThat(card(third)).containsText("请您加签");
        third.keyboard().press("a");
        third.keyboard().press("Enter");
        assertThat(card(third)).hasAttribute("data-state", "APPROVED");
    }

    @Test
    void tellsWhoComesTooLateThatItIsWithdrawn() {
        Page mine = browser.signedInAs(asker.userName());
        Page first = browser.signedInAs(one.userName());
        submit(mine, "trial-all", one);
        open(first);
        first.keyboard().press("a");
        assertThat(first.getByTestId("approval-confirm")).isFocused();

        mine.keyboard().press("w");
        Browser.fill(mine, "approval-opinion", "不需要了");
        mine.keyboard().press("Control+Enter");
        assertThat(card(mine)).hasAttribute("data-state", "WITHDRAWN");

        first.getByTestId("approval-confirm").click();
        assertThat(card(first)).hasAttribute("data-state", "WITHDRAWN");
        assertThat(first.getByTestId("approval-approve")).isHidden();
    }

    @Test
    void isStoppedByWhoRunsProcessesAndCannotReadIt() {
        Page mine = browser.signedInAs(asker.userName());
        submit(mine, "trial-all", one);

        Page administrator = browser.signedInAs("sysadmin");
        administrator.navigate(mine.url());
        assertThat(administrator.getByTestId("approval-unseen")).isVisible();
        assertThat(administrator.getByText(mark)).hasCount(0);
        Browser.fill(administrator, "approval-opinion", "审批人已离职");
        administrator.getByTestId("approval-terminate").click();
        assertThat(administrator.getByTestId("approval-terminated")).isVisible();

        mine.reload();
        assertThat(card(mine)).hasAttribute("data-state", "TERMINATED");
    }

    @Test
    void isDecidedByADeputy() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        TestClient.as(two.userName(), port)
                .post(
                        "/api/approval-deputies",
                        body().put("deputyId", three.id())
                                .put("firstDay", today.minusDays(1).toString())
                                .put("lastDay", today.plusDays(1).toString()));
        Page mine = browser.signedInAs(asker.userName());
        Page there = browser.signedInAs(three.userName());
        submit(mine, "trial-all", two);

        browser.open(there, "/approvals?q=" + mark);
        assertThat(row(there)).containsText("代 " + two.name());
        open(there);
        assertThat(card(there)).containsText("您是 " + two.name() + " 的代理人");
        there.keyboard().press("a");
        there.keyboard().press("Enter");
        assertThat(card(there)).hasAttribute("data-state", "APPROVED");
        assertThat(part(there, two)).containsText(three.name() + " 代办");

        Page away = browser.signedInAs(two.userName());
        browser.open(away, "/approvals");
        away.getByTestId("approval-deputies").click();
        assertThat(away.getByTestId("deputy")).containsText(three.name());
        away.getByTestId("deputy-end").click();
        assertThat(away.getByTestId("deputy")).hasCount(0);
    }

    @Test
    void keepsWhatWasTypedAndIsApprovedTogetherWithOthers() {
        Page mine = browser.signedInAs(asker.userName());
        browser.open(mine, "/approvals/new/trial-all");
        mine.getByTestId("approval-submit").click();
        assertThat(mine.getByText("请填写“事由”。").first()).isVisible();
        Browser.fill(mine, "form-note", "甲" + mark);
        Browser.choose(mine, "[data-testid=approval-chosen-sign]", one.name());
        mine.reload();
        assertThat(mine.getByTestId("approval-form")).containsText(one.name());
        Browser.fill(mine, "approval-reason", "业务需要");
        mine.getByTestId("approval-submit").click();
        assertThat(card(mine)).containsText("甲" + mark);
        submit(mine, "trial-all", one);

        Page first = browser.signedInAs(one.userName());
        browser.open(first, "/approvals?q=" + mark);
        assertThat(first.locator("tbody tr")).hasCount(2);
        first.locator("thead input[type=checkbox]").check();
        first.getByTestId("approval-batch").click();
        first.getByTestId("approval-batch-confirm").click();
        assertThat(first.locator("tbody tr")).hasCount(0);
        mine.reload();
        assertThat(card(mine)).hasAttribute("data-state", "APPROVED");
    }

    /** Asks through the page and stays at the card. */
    private void submit(Page page, String type, Newcomer... signers) {
        browser.open(page, "/approvals/new");
        page.getByTestId("approval-type-" + type).click();
        Browser.fill(page, "form-note", mark);
        Browser.fill(page, "approval-reason", "测试需要");
        for (Newcomer signer : signers) {
            Browser.choose(page, "[data-testid=approval-chosen-sign]", signer.name());
        }
        page.getByTestId("approval-submit").click();
        assertThat(card(page)).hasAttribute("data-state", "OPEN");
    }

    /** Opens it from the list of what is to do. */
    private void open(Page page) {
        browser.open(page, "/approvals?q=" + mark);
        row(page).click();
        assertThat(page.getByTestId("approval-approve")).isVisible();
    }

    private Locator row(Page page) {
        return page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("：" + mark))
                .first();
    }

    private static Locator card(Page page) {
        return page.getByTestId("approval-card");
    }

    private static Locator way(Page page) {
        return page.getByTestId("approval-way");
    }

    private static Locator part(Page page, Newcomer person) {
        return page.getByTestId("approval-part")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(
                                        page.locator(".name")
                                                .filter(
                                                        new Locator.FilterOptions()
                                                                .setHasText(person.name()))));
    }

    /** Somebody whom no other test knows, who has signed in before. */
    private Newcomer newcomer() {
        TestClient administrator = TestClient.as("sysadmin", port);
        String department =
                administrator
                        .get("/api/departments")
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(one -> one.path("code").asString().equals("DA"))
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asString();
        String userName = "q" + UUID.randomUUID().toString().replace("-", "").substring(0, 9);
        String name = "签" + userName.substring(1, 7);
        Answer added =
                administrator.post(
                        "/api/people",
                        body().put("userName", userName)
                                .put("name", name)
                                .put("departmentId", department));
        String initial = added.json().path("initialPassword").asString();
        TestClient fresh = TestClient.at(port);
        fresh.signIn(userName, initial);
        fresh.put(
                "/api/session/password",
                body().put("current", initial).put("replacement", TestClient.PASSWORD));
        return new Newcomer(added.id(), userName, name);
    }
}
