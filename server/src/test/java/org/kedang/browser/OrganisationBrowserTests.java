package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** People come in from a sheet, get posts, move, and their department is merged: in Chromium. */
@IntegrationTest
class OrganisationBrowserTests {
    @LocalServerPort int port;
    @TempDir Path folder;

    private final String mark = UUID.randomUUID().toString().replace("-", "").substring(0, 6);
    private final String department = "电商部" + mark;
    private final String position = "专员" + mark;
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
    void importsAssignsMovesAndMerges() throws IOException {
        prepare();
        Page administrator = browser.signedInAs("sysadmin");
        Page officer = browser.signedInAs("secadmin");

        importPeople(administrator);
        confirmPosts(officer);
        assignASecondPost(officer);
        endTheFirst(officer);
        merge(administrator);
        keepAGroup(administrator);
    }

    /** Groups are added, called otherwise, and removed in one dialog. */
    private void keepAGroup(Page page) {
        browser.open(page, "/people");
        page.getByTestId("people-groups").click();
        Browser.fill(page, "group-name", "巡查" + mark);
        page.getByTestId("group-add").click();
        Locator group =
                page.getByTestId("group")
                        .filter(new Locator.FilterOptions().setHasText("巡查" + mark));
        assertThat(group).containsText("0");
        group.getByText("修改").click();
        Locator edited = page.getByTestId("group").locator("input");
        edited.fill("检查" + mark);
        edited.press("Enter");
        Locator renamed =
                page.getByTestId("group")
                        .filter(new Locator.FilterOptions().setHasText("检查" + mark));
        assertThat(renamed).isVisible();
        assertThat(group).hasCount(0);
        renamed.locator("button").last().click();
        assertThat(renamed).hasCount(0);
    }

    /** A department and a position that brings a role, by their endpoints. */
    private void prepare() {
        TestClient administrator = TestClient.as("sysadmin", port);
        String above =
                find(administrator.get("/api/departments").json().path("items"), "code", "YX");
        administrator.post(
                "/api/departments",
                TestClient.body()
                        .put("code", code())
                        .put("name", department)
                        .put("parentId", above));
        String id =
                administrator
                        .post(
                                "/api/positions",
                                TestClient.body().put("code", code()).put("name", position))
                        .id();
        var roles = TestClient.body();
        roles.withArray("roles").add("SALES");
        assertThat(
                        TestClient.as("secadmin", port)
                                .put("/api/positions/" + id + "/roles", roles)
                                .status())
                .isEqualTo(204);
    }

    private void importPeople(Page page) throws IOException {
        browser.open(page, "/people");
        page.getByTestId("people-import").click();
        page.getByTestId("import-file").setInputFiles(sheet("bad.xlsx", "QQQ"));
        assertThat(page.getByTestId("import-check")).containsText("没有这个部门代码");
        assertThat(page.getByTestId("import-run")).isDisabled();

        page.getByTestId("import-file").setInputFiles(sheet("good.xlsx", code()));
        assertThat(page.getByTestId("import-check")).containsText("2 人可以导入");
        Download passwords = page.waitForDownload(() -> page.getByTestId("import-run").click());

        assertThat(page.getByTestId("import-done")).containsText("已导入 2 人");
        assertThat(Files.size(passwords.path())).isPositive();
    }

    private void confirmPosts(Page page) {
        browser.open(page, "/positions");
        Locator proposed = page.getByTestId("proposed");
        assertThat(proposed).containsText("沈导" + mark);
        page.getByTestId("confirm-all").click();
        assertThat(proposed.getByText("沈导" + mark)).hasCount(0);
    }

    private void assignASecondPost(Page page) {
        open(page, "沈导" + mark);
        assertThat(page.getByTestId("posts")).containsText(position);
        page.getByTestId("post-new").click();
        choose(page, "post-department", "销售二部");
        choose(page, "post-position", position);
        page.getByTestId("post-save").click();
        assertThat(page.getByTestId("posts")).containsText("销售二部");
        assertThat(page.getByTestId("post-end")).hasCount(2);
    }

    private void endTheFirst(Page page) {
        page.getByTestId("posts")
                .locator("li")
                .filter(new Locator.FilterOptions().setHasText(department))
                .getByTestId("post-end")
                .click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("卸任"))
                .click();
        assertThat(
                        page.getByTestId("posts")
                                .locator("li")
                                .filter(new Locator.FilterOptions().setHasText(department)))
                .containsText("已卸任");
    }

    private void merge(Page page) {
        browser.open(page, "/departments");
        page.getByTestId("department-tree").getByText(department).click();
        assertThat(page.getByTestId("estate")).containsText("人员");
        choose(page, "merge-into", "销售一部");
        page.getByTestId("merge-run").click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("合并并撤销本部门"))
                .click();
        assertThat(page.getByTestId("department-tree").getByText(department)).hasCount(0);

        page.getByText("显示已撤销的部门").click();
        assertThat(
                        page.getByTestId("department-tree")
                                .locator("li")
                                .filter(new Locator.FilterOptions().setHasText(department)))
                .containsText("并入 销售一部");
        open(page, "陆导" + mark);
        assertThat(page.locator("aside.panel dd").nth(1)).containsText("销售一部");
    }

    private void open(Page page, String name) {
        browser.open(page, "/people?q=" + name);
        page.getByText(name).first().click();
        assertThat(page.getByTestId("posts")).isVisible();
    }

    private static void choose(Page page, String testId, String option) {
        page.getByTestId(testId).click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option).setExact(true))
                .locator("visible=true")
                .first()
                .click();
    }

    private Path sheet(String name, String departmentCode) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("人员");
            List<List<String>> rows =
                    List.of(
                            List.of("用户名", "姓名", "部门代码", "岗位代码"),
                            List.of("shen." + mark, "沈导" + mark, departmentCode, code()),
                            List.of("lu." + mark, "陆导" + mark, departmentCode));
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        }
        return file;
    }

    private String code() {
        return "B" + mark.toUpperCase(Locale.ROOT);
    }

    private static String find(JsonNode items, String field, String value) {
        return items.valueStream()
                .filter(item -> item.path(field).asString().equals(value))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }
}
