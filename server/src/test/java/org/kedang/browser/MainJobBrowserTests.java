package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.IntegrationTest;
import org.kedang.browser.MadePapers.Paper;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Register a customer, open its dossier, file real papers, find them again: in Chromium, with
 * papers made here.
 */
@IntegrationTest
class MainJobBrowserTests {
    private static final double EXAMINED_WITHIN = 180_000;

    @LocalServerPort int port;
    @TempDir Path folder;

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
    void filesPapersAndFindsThemAgain() throws IOException {
        List<Paper> papers = MadePapers.in(folder);
        Page page = browser.signedInAs("clerk");

        registerCustomer(page, "绍兴鉴湖酿酒股份有限公司 " + UUID.randomUUID().toString().substring(0, 8));
        openDossier(page);
        drop(page, papers);
        String dossier = page.url();
        for (Paper paper : papers) {
            page.navigate(dossier);
            openItem(page, paper);
            seesFinding(page, paper);
            downloadsTheSameBytes(page, paper);
            if (paper.file().toString().endsWith("供货协议.pdf")) {
                showsPages(page);
            }
        }
        papers.forEach(paper -> findsByWords(page, paper));
        refusesEmptyFile(page, dossier, papers.size());
    }

    private void registerCustomer(Page page, String name) {
        browser.open(page, "/customers");
        page.getByTestId("customer-new").first().click();
        Browser.fill(page, "customer-name", name);
        page.getByTestId("customer-save").click();
        page.waitForURL(Pattern.compile(".*/customers/[0-9a-f-]{36}.*"));
        assertThat(page.getByText(name).first()).isVisible();
    }

    private void openDossier(Page page) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("档案")).first().click();
        page.getByTestId("customer-dossier-new").first().click();
        Browser.fill(page, "dossier-title", "鉴湖酿酒往来资料");
        page.getByTestId("dossier-save").click();
        page.waitForURL(Pattern.compile(".*/dossiers/[0-9a-f-]{36}.*"));
        assertThat(page.getByTestId("dossier-number"))
                .hasText(Pattern.compile("K001-KH·2026-D10-DA-\\d{4,}"));
    }

    private static void drop(Page page, List<Paper> papers) {
        page.getByTestId("upload-files")
                .setInputFiles(papers.stream().map(Paper::file).toArray(Path[]::new));
        assertThat(page.getByTestId("item-link"))
                .hasCount(papers.size(), new HasCountOptions().setTimeout(EXAMINED_WITHIN));
    }

    private static void openItem(Page page, Paper paper) {
        String title = paper.file().getFileName().toString().replaceFirst("\\.[^.]+$", "");
        page.getByTestId("item-link")
                .filter(new Locator.FilterOptions().setHasText(title))
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/items/[0-9a-f-]{36}.*"));
        page.getByTestId("item-files").click();
    }

    private static void seesFinding(Page page, Paper paper) {
        Locator found = page.getByTestId("finding");
        assertThat(found.first()).isVisible(new IsVisibleOptions().setTimeout(EXAMINED_WITHIN));
        org.assertj.core.api.Assertions.assertThat(
                        found.all().stream().map(one -> one.getAttribute("data-code")))
                .contains(paper.finding());
    }

    private static void downloadsTheSameBytes(Page page, Paper paper) throws IOException {
        Download download =
                page.waitForDownload(() -> page.getByTestId("file-download").first().click());

        assertThat(download.suggestedFilename()).isEqualTo(paper.file().getFileName().toString());
        assertThat(Files.readAllBytes(download.path())).isEqualTo(Files.readAllBytes(paper.file()));
    }

    private static void showsPages(Page page) {
        Locator pages = page.getByTestId("preview-pages");
        assertThat(pages.locator("canvas").first()).isVisible();
        assertThat(page.getByTestId("preview")).containsText(Pattern.compile("Winery|3"));
    }

    private void findsByWords(Page page, Paper paper) {
        if (paper.words().isEmpty()) {
            return;
        }
        browser.open(page, "/search?q=" + paper.words() + "&type=FILE");
        String name = paper.file().getFileName().toString();
        Locator hit =
                page.getByTestId("hit")
                        .filter(new Locator.FilterOptions().setHasText(name))
                        .first();
        assertThat(hit).isVisible(new IsVisibleOptions().setTimeout(EXAMINED_WITHIN));
        assertThat(hit.locator("mark").first()).isVisible();
    }

    private void refusesEmptyFile(Page page, String dossier, int filed) throws IOException {
        page.navigate(dossier);
        assertThat(page.getByTestId("item-link")).hasCount(filed);
        page.getByTestId("upload-files").setInputFiles(Files.createFile(folder.resolve("空.pdf")));
        assertThat(
                        page.getByTestId("upload-row")
                                .filter(new Locator.FilterOptions().setHasText("空.pdf"))
                                .first())
                .containsText(Pattern.compile("空文件|没有内容|为空|0 字节"));
        page.reload();
        assertThat(page.getByTestId("item-link")).hasCount(filed);
    }
}
