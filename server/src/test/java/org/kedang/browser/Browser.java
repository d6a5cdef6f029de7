package org.kedang.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;

import org.jspecify.annotations.Nullable;
import org.kedang.TestClient;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, driven as a person would. */
final class Browser implements AutoCloseable {
    /** Without a window of its own it costs a third less; the whole browser will do as well. */
    private static final List<Path> CHROMIUMS =
            List.of(Path.of("/usr/bin/chromium-headless-shell"), Path.of("/usr/bin/chromium"));

    private static final Path SCREENS = Path.of("target", "screens");

    /** Starting it takes seconds, so that all tests of this process share it, and only it. */
    private static com.microsoft.playwright.@Nullable Browser chromium;

    private final String url;
    private final List<BrowserContext> windows = new ArrayList<>();

    Browser(int port) {
        url = "http://127.0.0.1:" + port;
    }

    private static com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            chromium = launch();
        }
        return chromium;
    }

    private static com.microsoft.playwright.Browser launch() {
        // how long a page takes beside the rest of the suite says nothing about the page
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        Path installed =
                CHROMIUMS.stream()
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "No Chromium at %s. Install it: apt-get install chromium-headless-shell fonts-noto-cjk"
                                                        .formatted(CHROMIUMS)));
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(
                        new LaunchOptions()
                                .setExecutablePath(installed)
                                .setArgs(
                                        List.of(
                                                "--headless",
                                                "--no-sandbox",
                                                "--disable-gpu",
                                                "--disable-quic",
                                                "--no-first-run",
                                                "--disable-background-networking",
                                                "--disable-component-update",
                                                "--disable-sync")));
    }

    /**
     * A new window, signed in, at no page yet. The sign-in page is left out: it has tests of its
     * own.
     */
    Page signedInAs(String userName) {
        Page page = window();
        APIResponse answer =
                page.request()
                        .post(
                                url + "/api/session",
                                RequestOptions.create()
                                        .setData(
                                                Map.of(
                                                        "username",
                                                        userName,
                                                        "password",
                                                        TestClient.PASSWORD)));
        if (answer.status() != 204) {
            throw new AssertionError("Cannot sign in as " + userName + ": " + answer.text());
        }
        return page;
    }

    /** Signs in with the password at the server's address as this window calls it. */
    static void signIn(Page page, String url, String userName) {
        page.navigate(url + "/sign-in");
        fill(page, "sign-in-username", userName);
        fill(page, "sign-in-password", TestClient.PASSWORD);
        page.getByTestId("sign-in-submit").click();
        page.waitForURL(address -> !address.contains("sign-in"));
    }

    /** A new window where nobody is signed in. */
    Page window() {
        BrowserContext window =
                chromium()
                        .newContext(
                                new com.microsoft.playwright.Browser.NewContextOptions()
                                        .setViewportSize(1440, 900)
                                        .setLocale("zh-CN")
                                        // whoever reads it elsewhere finds the company's days
                                        .setTimezoneId("Pacific/Pago_Pago")
                                        .setReducedMotion(ReducedMotion.REDUCE)
                                        .setAcceptDownloads(true));
        window.setDefaultTimeout(60_000);
        windows.add(window);
        return window.newPage();
    }

    void open(Page page, String path) {
        page.navigate(url + path);
    }

    /** Types into the field that carries, or holds, the mark. */
    static void fill(Page page, String testId, String text) {
        page.locator(
                        "input[data-testid='%1$s'], textarea[data-testid='%1$s'], [data-testid='%1$s'] input, [data-testid='%1$s'] textarea"
                                .formatted(testId))
                .first()
                .fill(text);
    }

    /**
     * Chooses an option of a select box. Where one may type, its name is typed first, as people do:
     * only the first of many are offered unasked, and how many there are depends on what ran
     * before.
     *
     * @param field CSS of the box, or of the field in it
     */
    static void choose(Page page, String field, String option) {
        Locator box = page.locator(".el-select%1$s, .el-select:has(%1$s)".formatted(field)).first();
        box.click();
        Locator words = box.locator("input:not([readonly])");
        if (words.count() > 0) {
            words.first().fill(option);
        }
        page.locator(".el-select-dropdown__item:visible")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
    }

    /** Keeps what the page looks like in target/screens. */
    static void look(Page page, String name) {
        page.waitForTimeout(300);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENS.resolve(name + ".png")));
    }

    /** Wide and narrow, light and dark. */
    static void lookAround(Page page, String name) {
        look(page, name);
        page.evaluate("document.documentElement.classList.add('dark')");
        look(page, name + "-dark");
        page.setViewportSize(390, 844);
        look(page, name + "-narrow-dark");
        page.evaluate("document.documentElement.classList.remove('dark')");
        look(page, name + "-narrow");
        page.setViewportSize(1440, 900);
    }

    /** Closes the windows; the browser stays for the next test. */
    @Override
    public void close() {
        windows.forEach(BrowserContext::close);
        windows.clear();
    }
}
