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
import org.kedang.OldProof;
import org.kedang.TestClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;
import java.util.UUID;

/** Passkeys in Chromium, with the authenticator it pretends to have. */
@IntegrationTest
class PasskeyBrowserTests {
    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

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
        assertThat(page.locator("[role=alert]:not(.notice)").first()).containsText("通行密钥未通过验证");
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

    @Test
    void takesAPasskeyAsTheSecondStepThatARoleDemands() {
        UUID person = newcomer("passkey.second");
        demandSecondStep(person);
        Page page = browser.window();
        awaitDemand(page, "passkey.second");
        authenticator(page, true);
        Browser.signIn(page, url, "passkey.second");
        page.waitForURL(address -> address.contains("second-step"));
        look(page, "second-step-owed");
        Browser.fill(page, "passkey-name", "办公电脑");
        page.getByTestId("passkey-add").click();
        page.waitForURL(address -> !address.contains("second-step"));

        signOut(page);
        Browser.fill(page, "sign-in-username", "passkey.second");
        Browser.fill(page, "sign-in-password", TestClient.PASSWORD);
        page.getByTestId("sign-in-submit").click();
        assertThat(page.getByTestId("second-step-passkey")).isVisible();
        assertThat(page.getByTestId("second-step-code")).hasCount(0);
        look(page, "second-step-passkey");
        page.getByTestId("second-step-passkey").click();
        page.waitForURL(address -> !address.contains("sign-in"));

        TestClient thief = TestClient.at(port);
        var half = thief.signIn("passkey.second", TestClient.PASSWORD);
        assertThat(half.status()).isEqualTo(202);
        assertThat(half.json().path("ways").toString()).isEqualTo("[\"PASSKEY\"]");
        assertThat(thief.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void provesAgainByPasskey() {
        UUID person = newcomer("passkey.again");
        Page page = browser.window();
        authenticator(page, true);
        Browser.signIn(page, url, "passkey.again");
        add(page, "办公电脑");
        OldProof.of(person, jdbc, clock.instant());

        page.getByTestId("totp-begin").click();
        page.getByTestId("step-up").waitFor();
        page.getByTestId("step-up").getByText("通行密钥").first().click();
        look(page, "step-up-passkey");
        page.getByTestId("step-up-submit").click();

        assertThat(page.getByTestId("totp-secret")).isVisible();
    }

    private UUID newcomer(String userName) {
        TestClient sysadmin = TestClient.as("sysadmin", port);
        String department = sysadmin.get("/api/departments").json().at("/items/0/id").asString();
        var added =
                sysadmin.post(
                        "/api/people",
                        TestClient.body()
                                .put("userName", userName)
                                .put("name", "沈钥")
                                .put("departmentId", department));
        String first = added.json().path("initialPassword").asString();
        TestClient fresh = TestClient.at(port);
        fresh.signIn(userName, first);
        fresh.put(
                "/api/session/password",
                TestClient.body().put("current", first).put("replacement", TestClient.PASSWORD));
        return UUID.fromString(added.id());
    }

    /** By a role of the person's own, so that nobody else is asked. */
    private void demandSecondStep(UUID person) {
        jdbc.sql(
                        """
                        insert into role (code, zh, en, scope, administrator, position, high)
                        values ('TWO_STEPS', '两步', 'Two steps', 'OWN', false, 950, false)
                        """)
                .update();
        jdbc.sql("insert into role_second_step (role) values ('TWO_STEPS')").update();
        jdbc.sql(
                        """
                        insert into role_grant (id, person_id, role, administrator, high, department_id, state, granted_by, granted_at)
                        select gen_random_uuid(), id, 'TWO_STEPS', false, false, department_id, 'EFFECTIVE',
                               '00000000-0000-0000-0000-000000000000', now()
                        from person where id = :person
                        """)
                .param("person", person)
                .update();
    }

    /** What roles demand is read anew once a second. */
    private void awaitDemand(Page page, String userName) {
        TestClient person = TestClient.as(userName, port);
        page.waitForCondition(
                () -> person.get("/api/session").json().path("mustSetUpSecondStep").asBoolean());
    }

    private static void look(Page page, String name) {
        page.waitForTimeout(300);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(java.nio.file.Path.of("target", "screens", name + ".png")));
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
