package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kedang.TestClient.body;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.IntegrationTest;
import org.kedang.OldProof;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.kernel.ChinaTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Requests from the form to the decision, with everybody concerned signed in at once: in Chromium.
 */
@IntegrationTest
class ApprovalBrowserTests {
    private record Newcomer(String id, String userName, String name) {}

    /** Making them takes seconds; every test finds its own requests by their mark. */
    private static final List<Newcomer> PEOPLE = new ArrayList<>();

    /** What a window has loaded once it need not load again. */
    private static final Map<String, Page> WINDOWS = new HashMap<>();

    private static @Nullable Browser browser;

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @TempDir Path folder;

    private final String mark = UUID.randomUUID().toString().substring(0, 6);
    private Newcomer asker;
    private Newcomer one;
    private Newcomer two;
    private Newcomer three;

    @BeforeEach
    void start() {
        if (browser == null) {
            browser = new Browser(port);
        }
        for (int i = PEOPLE.size(); i < 4; i++) {
            PEOPLE.add(newcomer());
        }
        asker = PEOPLE.get(0);
        one = PEOPLE.get(1);
        two = PEOPLE.get(2);
        three = PEOPLE.get(3);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            browser = null;
        }
        WINDOWS.clear();
    }

    private static Browser browser() {
        return Objects.requireNonNull(browser);
    }

    /** The person's window, in which he stays signed in from test to test. */
    private static Page windowOf(String userName) {
        return WINDOWS.computeIfAbsent(userName, name -> browser().signedInAs(name));
    }

    private static Page windowOf(Newcomer person) {
        return windowOf(person.userName());
    }

    @Test
    void isSignedByAll() {
        Page first = windowOf(one);
        Page second = windowOf(two);
        Page mine = windowOf(asker);

        submit(mine, "trial-all", one, two);
        assertThat(way(mine)).containsText("会签");
        assertThat(way(mine).getByTestId("approval-part")).hasCount(2);

        open(first);
        approveByKeys(first);
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
        Page mine = windowOf(asker);
        Page first = windowOf(one);
        Page second = windowOf(two);
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
        approveByKeys(first);
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
        Page mine = windowOf(asker);
        Page first = windowOf(one);
        Page second = windowOf(two);
        Page third = windowOf(three);
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
        approveByKeys(second);
        assertThat(part(second, two)).hasAttribute("data-state", "APPROVED");
        assertThat(card(second)).hasAttribute("data-state", "OPEN");

        open(third);
        assertThat(card(third)).containsText("请您加签");
        approveByKeys(third);
        assertThat(card(third)).hasAttribute("data-state", "APPROVED");
    }

    @Test
    void isDecidedByWhoeverComesFirst() {
        Page mine = windowOf(asker);
        Page first = windowOf(one);
        Page second = windowOf(two);
        submit(mine, "trial-any", one, two);
        assertThat(way(mine)).containsText("或签");

        open(second);
        second.keyboard().press("a");
        assertThat(second.getByTestId("approval-confirm")).isFocused();
        open(first);
        approveByKeys(first);
        assertThat(card(first)).hasAttribute("data-state", "APPROVED");

        second.getByTestId("approval-confirm").click();
        assertThat(card(second)).hasAttribute("data-state", "APPROVED");
        assertThat(part(second, two)).hasAttribute("data-state", "UNNEEDED");
        assertThat(second.getByTestId("approval-approve")).isHidden();
    }

    @Test
    void tellsWhoComesTooLateThatItIsWithdrawn() {
        Page mine = windowOf(asker);
        Page first = windowOf(one);
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
        Page mine = windowOf(asker);
        submit(mine, "trial-all", one);

        Page administrator = windowOf("sysadmin");
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
        LocalDate today = LocalDate.now(ChinaTime.ZONE);
        TestClient.as(two.userName(), port)
                .post(
                        "/api/approval-deputies",
                        body().put("deputyId", three.id())
                                .put("firstDay", today.minusDays(1).toString())
                                .put("lastDay", today.plusDays(1).toString()));
        Page mine = windowOf(asker);
        Page there = windowOf(three);
        submit(mine, "trial-all", two);

        browser().open(there, "/approvals?q=" + mark);
        assertThat(row(there)).containsText("代 " + two.name());
        open(there);
        assertThat(card(there)).containsText("您是 " + two.name() + " 的代理人");
        approveByKeys(there);
        assertThat(card(there)).hasAttribute("data-state", "APPROVED");
        assertThat(part(there, two)).containsText(three.name() + " 代办");

        Page away = windowOf(two);
        browser().open(away, "/approvals");
        away.getByTestId("approval-deputies").click();
        assertThat(away.getByTestId("deputy")).containsText(three.name());
        away.getByTestId("deputy-end").click();
        assertThat(away.getByTestId("deputy")).hasCount(0);
    }

    @Test
    void keepsWhatWasTypedAndIsApprovedTogetherWithOthers() {
        Page mine = windowOf(asker);
        browser().open(mine, "/approvals/new/trial-all");
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

        Page first = windowOf(one);
        browser().open(first, "/approvals?q=" + mark);
        assertThat(first.locator("tbody tr")).hasCount(2);
        first.locator("thead input[type=checkbox]").check();
        first.getByTestId("approval-batch").click();
        first.getByTestId("approval-batch-confirm").click();
        assertThat(first.locator("tbody tr")).hasCount(0);
        mine.reload();
        assertThat(card(mine)).hasAttribute("data-state", "APPROVED");
    }

    @Test
    void isVotedUponByPapersUrgedCopiedAndProven() throws IOException {
        Page mine = windowOf(asker);
        Page first = windowOf(one);
        Page second = windowOf(two);
        browser().open(mine, "/approvals/new/trial-vote");
        Browser.fill(mine, "form-note", mark);
        mine.getByTestId("form-papers").setInputFiles(paper());
        assertThat(mine.getByTestId("form-file")).containsText("发票.pdf");
        mine.reload();
        assertThat(mine.getByTestId("form-file")).containsText("发票.pdf");
        Browser.fill(mine, "approval-reason", "票据为证");
        for (Newcomer signer : List.of(one, two, three)) {
            Browser.choose(mine, "[data-testid=approval-chosen-sign]", signer.name());
        }
        mine.getByTestId("approval-submit").click();
        assertThat(way(mine)).containsText("票签");

        mine.keyboard().press("u");
        assertThat(way(mine)).containsText("催办过");
        mine.keyboard().press("c");
        Browser.choose(mine, "[data-testid=approval-people]", "王建国");
        mine.getByTestId("approval-confirm").click();
        assertThat(card(mine)).containsText("王建国");

        browser().open(first, "/approvals?q=" + mark);
        assertThat(row(first)).containsText("催办");
        row(first).click();
        first.getByTestId("form-view-file").click();
        assertThat(first.getByTestId("preview").locator("canvas").first()).isVisible();
        first.keyboard().press("Escape");
        assertThat(first.getByTestId("preview")).isHidden();
        approveByKeys(first);
        assertThat(part(first, one)).hasAttribute("data-state", "APPROVED");
        assertThat(card(first)).hasAttribute("data-state", "OPEN");

        open(second);
        approveByKeys(second);
        assertThat(card(second)).hasAttribute("data-state", "APPROVED");
        assertThat(part(second, three)).hasAttribute("data-state", "UNNEEDED");

        second.navigate(mine.url());
        Download paper = second.waitForDownload(() -> second.getByTestId("approval-pdf").click());
        assertEquals(0x25504446, new DataInputStream(paper.createReadStream()).readInt(), "%PDF");
        second.getByTestId("approval-proof").click();
        assertThat(second.getByTestId("proof-act").first()).containsText("提交申请");
        assertThat(second.getByTestId("proof-state")).hasAttribute("data-state", "sealed");
    }

    private Path paper() throws IOException {
        Path paper = folder.resolve("发票.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(paper.toFile());
        }
        return paper;
    }

    @Test
    void isDelegatedSignedBeforeAndReturnedToAnEarlierStep() {
        Page first = windowOf(one);
        Page third = windowOf(three);
        String request =
                submitted(
                        "trial-way",
                        Map.of("first", one, "big", two, "left", two, "right", three, "last", one));

        open(first);
        first.keyboard().press("d");
        Browser.choose(first, "[data-testid=approval-person]", three.name());
        first.getByTestId("approval-confirm").click();
        assertThat(part(first, three)).hasAttribute("data-state", "OPEN");
        open(third);
        third.keyboard().press("a");
        Browser.fill(third, "approval-opinion", "建议同意。");
        third.getByTestId("approval-confirm").click();

        open(first);
        assertThat(part(first, three)).containsText("建议同意。");
        first.keyboard().press("s");
        Browser.choose(first, "[data-testid=approval-person]", two.name());
        first.getByTestId("approval-confirm").click();
        assertThat(part(first, two)).hasAttribute("data-state", "OPEN");
        assertThat(part(first, one)).hasAttribute("data-state", "WAITING");
        first.getByTestId("approval-take-back").click();
        assertThat(part(first, two)).containsText("已移出");
        approveByKeys(first);
        assertThat(step(first, "left")).isVisible();
        approve(two, request);
        approve(three, request);

        open(first);
        first.keyboard().press("b");
        Browser.choose(first, "[data-testid=approval-return-to]", "环节first");
        Browser.fill(first, "approval-opinion", "前一环节再核对。");
        first.getByTestId("approval-confirm").click();
        assertThat(step(first, "first")).hasCount(2);
        assertThat(step(first, "last")).containsText("前一环节再核对。");
        assertThat(card(first)).hasAttribute("data-state", "OPEN");
        assertThat(part(first, one).last()).hasAttribute("data-state", "OPEN");
        withdraw(request);
    }

    private static Locator step(Page page, String node) {
        return page.locator("[data-node=" + node + "]");
    }

    @Test
    void isApprovedOnlyByWhoProvesWhoHeIs() {
        Page first = windowOf(one);
        submitted("trial-proven", Map.of("sign", one));
        OldProof.of(UUID.fromString(one.id()), jdbc, clock.instant());

        open(first);
        approveByKeys(first);
        first.getByTestId("step-up").waitFor();
        Browser.fill(first, "step-up-proof", TestClient.PASSWORD);
        first.getByTestId("step-up-submit").click();

        assertThat(card(first)).hasAttribute("data-state", "APPROVED");
    }

    /**
     * The page's clock is turned, the server's calendar has a holiday of twelve days from today.
     */
    @Test
    void fallsDueAfterALongHoliday() {
        LocalDate today = LocalDate.now(clock.withZone(ChinaTime.ZONE));
        LocalDate work = today.plusDays(12);
        TestClient administrator = TestClient.as("sysadmin", port);
        List<Map<String, Object>> before = specialDays(today, work);
        today.datesUntil(work).forEach(day -> setDay(administrator, day, "OFF", "长假"));
        setDay(administrator, work, "WORK", "调休上班");
        String request;
        try {
            request = submitted("trial-clock", Map.of("sign", two));
        } finally {
            today.datesUntil(work.plusDays(1))
                    .forEach(day -> administrator.delete("/api/calendar/days/" + day));
            before.forEach(
                    day ->
                            setDay(
                                    administrator,
                                    LocalDate.parse(day.get("day").toString()),
                                    day.get("kind").toString(),
                                    day.get("name").toString()));
        }
        Page second = browser().signedInAs(two.userName());
        // by the company's clock, whatever the machine's says
        String due = work + " 17:00";
        second.clock().setFixedTime(work.atTime(16, 0).toString() + ":00+08:00");
        open(second);
        assertThat(way(second)).containsText(due);
        assertThat(way(second).locator(".late")).hasCount(0);

        second.clock().setFixedTime(work.atTime(17, 1).toString() + ":00+08:00");
        second.reload();
        assertThat(way(second).locator(".late")).containsText(due);
        withdraw(request);
        second.context().close();
    }

    private List<Map<String, Object>> specialDays(LocalDate from, LocalDate until) {
        return jdbc.sql("select * from calendar_day where day between :from and :until")
                .param("from", from)
                .param("until", until)
                .query()
                .listOfRows();
    }

    private static void setDay(TestClient administrator, LocalDate day, String kind, String name) {
        administrator.put("/api/calendar/days/" + day, body().put("kind", kind).put("name", name));
    }

    @Test
    void isOfAKindThatADepartmentDefinedAndRetired() {
        Page administrator = windowOf("sysadmin");
        browser().open(administrator, "/approvals/define");
        Browser.fill(administrator, "define-zh", "用车" + mark);
        Browser.choose(administrator, "[data-testid=define-department]", "档案室");
        Browser.fill(administrator, "define-label-0", "目的地");
        administrator.getByTestId("define-save").click();
        Locator offered = administrator.locator("li").filter(with("用车" + mark));
        assertThat(offered).containsText("目的地");

        Page mine = windowOf(asker);
        browser().open(mine, "/approvals/new");
        assertThat(mine.locator("[data-testid^=approval-retire]")).hasCount(0);
        mine.locator("li").filter(with("用车" + mark)).getByRole(AriaRole.LINK).click();
        Browser.fill(mine, "form-f1", "嘉兴");
        Browser.fill(mine, "approval-reason", "送档案");
        mine.getByTestId("approval-submit").click();
        assertThat(card(mine)).hasAttribute("data-state", "OPEN");
        assertThat(card(mine)).containsText("嘉兴");
        withdraw(mine.url().replaceAll(".*/", ""));

        offered.getByRole(AriaRole.BUTTON).click();
        administrator.locator(".el-message-box .el-button--primary").click();
        assertThat(offered).hasCount(0);
    }

    @Test
    void isFoundBehindTheFiguresAndCarriedOutAsASheet() throws IOException {
        String request = submitted("trial-any", Map.of("sign", one));
        Page auditor = windowOf("auditor");
        browser().open(auditor, "/approval-figures");
        assertThat(auditor.getByTestId("figures-days").locator("svg path").first()).isAttached();
        assertThat(auditor.getByTestId("figures-people").locator("tbody tr").first()).isVisible();

        auditor.getByTestId("figures-types").locator("a[href*='type=trial-any']").click();
        assertThat(auditor.getByTestId("overseen-by-type")).hasText("试用申请");
        assertThat(auditor.getByTestId("overseen-row").filter(with(mark))).containsText("审批中");

        auditor.getByTestId("overseen-export").click();
        auditor.locator(".el-message-box input").fill("季度检查");
        Download sheet =
                auditor.waitForDownload(
                        () -> auditor.locator(".el-message-box .el-button--primary").click());
        try (ReadableWorkbook book = new ReadableWorkbook(sheet.createReadStream());
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            assertTrue(rows.anyMatch(row -> row.getCellText(2).contains(mark)), "its row");
        }
        withdraw(request);
    }

    @Test
    void keepsAViewOfTheListUnderAName() {
        Page mine = windowOf(asker);
        browser().open(mine, "/approvals?box=MINE&q=" + mark);
        mine.getByTestId("saved-views").click();
        Browser.fill(mine, "saved-view-name", "我的" + mark);
        mine.getByTestId("saved-view-keep").click();
        assertThat(mine.getByTestId("saved-view").filter(with("我的" + mark))).isVisible();

        browser().open(mine, "/approvals");
        mine.getByTestId("saved-views").click();
        mine.getByTestId("saved-view").filter(with("我的" + mark)).locator(".name").click();
        mine.waitForURL(url -> url.contains("box=MINE") && url.contains("q=" + mark));
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    /** Asks without the page, which is not what is tried. */
    private String submitted(String type, Map<String, Newcomer> chosen) {
        ObjectNode asked = body().put("type", type).put("reason", "测试需要");
        asked.putObject("fields").put("note", mark);
        ObjectNode who = asked.putObject("chosen");
        chosen.forEach((step, person) -> who.putArray(step).add(person.id()));
        return sent(asker, "/api/approvals", asked).path("id").asString();
    }

    /** Leaves nothing to do for the next test. */
    private void withdraw(String request) {
        String path = "/api/approvals/" + request + "/withdraw";
        sent(asker, path, body().put("reason", "试毕"));
    }

    private void approve(Newcomer person, String request) {
        Page window = windowOf(person);
        APIResponse card =
                window.request().get("http://127.0.0.1:" + port + "/api/approvals/" + request);
        String task = JsonMapper.shared().readTree(card.body()).path("task").asString();
        sent(person, "/api/approval-tasks/" + task + "/approve", body());
    }

    /** As the person's page would. */
    private JsonNode sent(Newcomer person, String path, JsonNode body) {
        Page window = windowOf(person);
        String token =
                window.context().cookies().stream()
                        .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                        .findFirst()
                        .orElseThrow()
                        .value;
        APIResponse answer =
                window.request()
                        .post(
                                "http://127.0.0.1:" + port + path,
                                RequestOptions.create()
                                        .setHeader("X-XSRF-TOKEN", token)
                                        .setHeader("Content-Type", "application/json")
                                        .setData(body.toString()));
        if (!answer.ok()) {
            throw new AssertionError(path + ": " + answer.text());
        }
        return answer.body().length == 0 ? body() : JsonMapper.shared().readTree(answer.body());
    }

    /** Asks through the page and stays at the card. */
    private void submit(Page page, String type, Newcomer... signers) {
        browser().open(page, "/approvals/new");
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
        browser().open(page, "/approvals?q=" + mark);
        row(page).click();
        assertThat(page.getByTestId("approval-approve")).isVisible();
    }

    private Locator row(Page page) {
        return page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText("：" + mark))
                .first();
    }

    /** A and Enter; a key counts only while no other act is being written. */
    private static void approveByKeys(Page page) {
        assertThat(page.getByTestId("approval-confirm")).isHidden();
        page.keyboard().press("a");
        assertThat(page.getByTestId("approval-confirm")).isFocused();
        page.keyboard().press("Enter");
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
