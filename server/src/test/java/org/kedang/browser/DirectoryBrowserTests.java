package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.signin.EnterpriseTest;

/** Taking people over from a real directory, by hand: in Chromium. */
class DirectoryBrowserTests extends EnterpriseTest {
    private Browser browser;

    @BeforeEach
    void start() {
        browser = new Browser(PORT);
    }

    @AfterEach
    void stop() {
        browser.close();
    }

    @Test
    void takesOverWhoIsNewAndNamesWhoIsNot() {
        inDirectory("han.shi", "韩十");
        inDirectory("gm", "冒名者");
        try {
            Page page = browser.signedInAs("sysadmin");
            page.navigate(ADDRESS + "/directory");
            page.getByTestId("directory-run").click();
            assertThat(page.getByText("同步完成")).isVisible();
            assertThat(page.getByTestId("directory-skipped")).containsText("gm");
            assertThat(page.getByTestId("directory-missing")).not().containsText("韩十");
            assertThat(Integer.parseInt(page.getByTestId("directory-added").innerText()))
                    .isPositive();
            Browser.lookAround(page, "directory");

            page.navigate(ADDRESS + "/people?q=han.shi");
            assertThat(page.getByText("韩十").first()).isVisible();
        } finally {
            outOfDirectory("gm");
            outOfDirectory("han.shi");
        }
    }

    @Test
    void comesInWithThePasswordOfTheDirectory() {
        inDirectory("xu.shi", "许十一");
        try {
            Page page = browser.signedInAs("sysadmin");
            page.navigate(ADDRESS + "/directory");
            page.getByTestId("directory-run").click();
            assertThat(page.getByText("同步完成")).isVisible();

            Page own = browser.window();
            own.navigate(ADDRESS + "/sign-in");
            Browser.fill(own, "sign-in-username", "xu.shi");
            Browser.fill(own, "sign-in-password", DIRECTORY_PASSWORD);
            own.getByTestId("sign-in-submit").click();
            own.waitForURL(address -> !address.contains("sign-in"));
            assertThat(own.getByText("许十一").first()).isVisible();
        } finally {
            outOfDirectory("xu.shi");
        }
    }
}
