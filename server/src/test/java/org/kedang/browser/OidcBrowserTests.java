package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.signin.EnterpriseTest;

/**
 * Coming in through the company's account in Chromium, where the provider is another site: the
 * cookies of both must survive the way there and back.
 */
class OidcBrowserTests extends EnterpriseTest {
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
    void linksACompanyAccountAndComesInWithIt() {
        Page page = browser.signedInAs("head");
        page.navigate(ADDRESS + "/me");
        page.getByTestId("identity-link").click();
        signInAtTheProvider(page, "zhou");
        page.waitForURL(address -> address.startsWith(ADDRESS + "/me"));
        assertThat(page.getByTestId("identity")).containsText("zhou");
        Browser.lookAround(page, "company-account");

        Page later = browser.window();
        later.navigate(ADDRESS + "/sign-in");
        later.getByTestId("sign-in-oidc").click();
        signInAtTheProvider(later, "zhou");
        later.waitForURL(address -> address.startsWith(ADDRESS) && !address.contains("sign-in"));
        assertThat(later.getByTestId("sign-in-submit")).hasCount(0);
        later.navigate(ADDRESS + "/me");
        assertThat(later.getByTestId("identity")).containsText("zhou");
    }

    @Test
    void tellsAStrangerWhatToDo() {
        Page page = browser.window();
        page.navigate(ADDRESS + "/sign-in");
        page.getByTestId("sign-in-oidc").click();
        signInAtTheProvider(page, "wu");

        assertThat(page.getByTestId("sign-in-refused")).containsText("还没有关联");
        Browser.lookAround(page, "company-sign-in");
    }

    private static void signInAtTheProvider(Page page, String user) {
        page.locator("input[name=username]").fill(user);
        page.locator("input[name=password]").fill(PROVIDER_PASSWORD);
        page.locator("button[type=submit]").click();
    }
}
