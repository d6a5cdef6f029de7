package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** The page of an empty installation, for the test that has one. */
public final class FirstPage {
    private static final String[] ROLES = {"SYSTEM_ADMINISTRATOR", "SECURITY_OFFICER", "AUDITOR"};

    private FirstPage() {}

    /**
     * Sets up the three administrators in Chromium, whose user names are their roles with dots, and
     * comes in as the first of them.
     */
    public static void setUp(int port, String code, String password) {
        try (Browser browser = new Browser(port)) {
            Page page = browser.window();
            browser.open(page, "/");
            page.waitForURL(address -> address.contains("/setup"));
            Browser.fill(page, "setup-code", "guess");
            for (String role : ROLES) {
                page.locator("#user-" + role).fill(userName(role));
                page.locator("#name-" + role).fill("管理员");
                page.locator("#password-" + role).fill(password);
            }
            page.getByTestId("setup-submit").click();
            assertThat(page.locator("[role=alert]").last()).containsText("初始化码");
            Browser.lookAround(page, "set-up");
            Browser.fill(page, "setup-code", code);
            page.getByTestId("setup-submit").click();

            page.waitForURL(address -> address.contains("/sign-in"));
            Browser.fill(page, "sign-in-username", userName(ROLES[0]));
            Browser.fill(page, "sign-in-password", password);
            page.getByTestId("sign-in-submit").click();
            page.waitForURL(address -> !address.contains("sign-in"));
            browser.open(page, "/setup");
            page.waitForURL(address -> !address.contains("setup"));
        }
    }

    private static String userName(String role) {
        return role.toLowerCase(java.util.Locale.ROOT).replace('_', '.');
    }
}
