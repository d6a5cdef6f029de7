package org.kedang.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.RequestOptions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How long a person looks at the one page before all of it is there, in a browser: opened from the
 * list, and by its address. Called by {@code ./kedang bench --page}.
 */
final class OnePage {
    private static final int TIMES = 20;
    private static final int WARM = 15;

    /** Entries of the timeline that a page shows at first. */
    private static final String COMPLETE =
            """
            document.querySelectorAll('[data-testid=customer-timeline] li.line').length >= %d
                && document.querySelector('h1').textContent.trim() !== ''
                && document.querySelector('.tabs dl, .tabs .facts, .tabs section') !== null
            """;

    private final Options options;
    private final BrowserContext window;
    private final Page page;
    private final List<String> asked = new ArrayList<>();

    private OnePage(Options options, BrowserContext window) {
        this.options = options;
        this.window = window;
        this.page = window.newPage();
        page.onRequest(
                request -> {
                    if (request.url().contains("/api/")) {
                        asked.add(
                                request.url()
                                        .replace(options.url(), "")
                                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}"));
                    }
                });
    }

    public static void main(String[] arguments) {
        Options options = Options.of(arguments);
        try (Playwright playwright =
                        Playwright.create(
                                new Playwright.CreateOptions()
                                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser chromium =
                        playwright
                                .chromium()
                                .launch(
                                        new LaunchOptions()
                                                .setExecutablePath(
                                                        Path.of("/usr/bin/chromium-headless-shell"))
                                                .setArgs(
                                                        List.of(
                                                                "--headless",
                                                                "--no-sandbox",
                                                                "--disable-gpu")))) {
            OnePage one =
                    new OnePage(
                            options,
                            chromium.newContext(
                                    new Browser.NewContextOptions()
                                            .setViewportSize(1440, 900)
                                            .setLocale("zh-CN")));
            one.signIn();
            String busy = MadeCustomers.number(MadeCustomers.BUSY);
            // pages are compiled by the browser and the server as they are used
            for (int i = 0; i < WARM; i++) {
                one.fromList(MadeCustomers.number(1_000 + 7 * i), 1);
            }
            one.tell(
                    "some customers, from the list",
                    i -> one.fromList(MadeCustomers.number(2_000 + 13 * i), 1));
            one.tell("5,000 entries, from the list", i -> one.fromList(busy, 30));
            one.tell("5,000 entries, by its address", i -> one.byAddress(30));
        }
    }

    private interface Opening {
        double millis(int time);
    }

    private void signIn() {
        window.request()
                .post(
                        options.url() + "/api/session",
                        RequestOptions.create()
                                .setData(
                                        Map.of(
                                                "username",
                                                "clerk",
                                                "password",
                                                options.password())));
    }

    private void tell(String what, Opening opening) {
        List<Double> millis = new ArrayList<>();
        asked.clear();
        for (int i = 0; i < TIMES; i++) {
            millis.add(opening.millis(i));
        }
        millis.sort(null);
        System.out.printf(
                "%s: median %.0f ms, longest of %d %.0f ms; requests: %s%n",
                what, millis.get(TIMES / 2), TIMES, millis.getLast(), new TreeSet<>(asked));
    }

    /** From the click until everything is painted; nothing of the customer is known before. */
    private double fromList(String number, int entries) {
        page.navigate(options.url() + "/customers?q=" + number);
        page.locator("a.name").first().waitFor();
        page.evaluate(
                """
                () => { window.opened = new Promise(done => document.addEventListener('click', () => {
                    const begun = performance.now();
                    const look = () => %s
                        ? requestAnimationFrame(() => done(performance.now() - begun)) : requestAnimationFrame(look);
                    look();
                }, {capture: true, once: true})); }
                """
                        .formatted(COMPLETE.formatted(entries).strip()));
        page.locator("a.name").first().click();
        return ((Number) page.evaluate("window.opened")).doubleValue();
    }

    /** The whole client is loaded anew, from the browser's cache. */
    private double byAddress(int entries) {
        page.reload();
        return ((Number)
                        page.evaluate(
                                """
                                new Promise(done => { const look = () => %s
                                    ? requestAnimationFrame(() => done(performance.now())) : requestAnimationFrame(look); look(); })
                                """
                                        .formatted(COMPLETE.formatted(entries).strip())))
                .doubleValue();
    }
}
