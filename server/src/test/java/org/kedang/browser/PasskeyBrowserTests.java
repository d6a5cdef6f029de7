package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Passkeys in Chromium, with the authenticator it pretends to have. */
@IntegrationTest
class PasskeyBrowserTests {
    @LocalServerPort int port;

    private Browser browser;
    private String url;

    @BeforeEach
    void start() {
        browser = new Browser(port);
        // a passkey needs a name; an address of numbers is none
        url = "http://localhost:" + port;
    }

    @AfterEach
    void stop() {
        browser.close();
    }

    @Test
    void signsInWithAPasskeyUntilItIsRemoved() {
        Page page = browser.window();
        authenticator(page, true);
        Browser.signIn(page, url, "gm");
        add(page, "办公电脑");
        assertThat(page.getByTestId("passkey")).containsText("办公电脑");

        signOut(page);
        page.getByTestId("sign-in-passkey").click();
        page.waitForURL(address -> !address.contains("sign-in"));
        page.navigate(url + "/me");
        assertThat(page.getByTestId("passkey")).not().containsText("从未");

        Locator row = page.getByTestId("passkey").first();
        row.getByTestId("passkey-remove").click();
        page.locator(".el-message-box .el-button--danger").click();
        assertThat(page.getByTestId("passkey")).hasCount(0);
        signOut(page);
        page.getByTestId("sign-in-passkey").click();
        assertThat(page.locator("[role=alert]").first()).containsText("通行密钥未通过验证");
        seesTheDeedsInTheLog();
    }

    @Test
    void refusesADeviceThatDoesNotVerifyItsUser() {
        Page page = browser.window();
        authenticator(page, false);
        Browser.signIn(page, url, "head");
        page.navigate(url + "/me");
        Browser.fill(page, "passkey-name", "旧钥匙");
        page.getByTestId("passkey-add").click();

        page.waitForTimeout(1_500);
        assertThat(page.getByTestId("passkey")).hasCount(0);
    }

    private void add(Page page, String name) {
        page.navigate(url + "/me");
        Browser.fill(page, "passkey-name", name);
        page.getByTestId("passkey-add").click();
        assertThat(page.getByTestId("passkey")).hasCount(1);
    }

    private void signOut(Page page) {
        page.evaluate(
                "fetch('/api/session', {method: 'DELETE', headers: {'X-XSRF-TOKEN':"
                        + " document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1]}})");
        page.navigate(url + "/sign-in");
    }

    private static void authenticator(Page page, boolean verifiesItsUser) {
        CDPSession devices = page.context().newCDPSession(page);
        devices.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", verifiesItsUser);
        options.addProperty("isUserVerified", verifiesItsUser);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject device = new JsonObject();
        device.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", device);
    }

    private void seesTheDeedsInTheLog() {
        TestClient auditor = TestClient.as("auditor", port);
        for (String act : new String[] {"passkey.added", "passkey.removed"}) {
            assertThat(auditor.get("/api/audit/events?act=" + act).json().path("items").size())
                    .as(act)
                    .isPositive();
        }
    }
}
