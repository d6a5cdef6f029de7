package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.kedang.TestClient.body;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.OldProof;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Strong sign-in as people see it; what the pages looked like is kept in target/screens. */
@IntegrationTest
class SignInBrowserTests {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private Browser browser;
    private TestClient sysadmin;
    private String userName;
    private UUID person;

    @BeforeEach
    void start() {
        browser = new Browser(port);
        sysadmin = TestClient.as("sysadmin", port);
        userName = "seen." + COUNT.incrementAndGet();
        String department = sysadmin.get("/api/departments").json().at("/items/0/id").asString();
        Answer added =
                sysadmin.post(
                        "/api/people",
                        body().put("userName", userName)
                                .put("name", "沈新")
                                .put("departmentId", department));
        person = UUID.fromString(added.id());
        TestClient fresh = TestClient.at(port);
        String first = added.json().path("initialPassword").asString();
        fresh.signIn(userName, first);
        fresh.put(
                "/api/session/password",
                body().put("current", first).put("replacement", TestClient.PASSWORD));
    }

    @AfterEach
    void stop() {
        browser.close();
    }

    private Page mySecurity() {
        Page page = browser.signedInAs(userName);
        browser.open(page, "/me");
        return page;
    }

    private String code(Authenticator authenticator, int stepsAhead) {
        return authenticator.code(clock.instant(), stepsAhead);
    }

    @Test
    void turnsTheSecondStepOnAndSignsInWithIt() {
        Page page = mySecurity();
        page.getByTestId("totp-begin").click();
        Authenticator authenticator =
                new Authenticator(page.getByTestId("totp-secret").textContent());
        Browser.lookAround(page, "security-enrol");
        Browser.fill(page, "totp-code", code(authenticator, 0));
        page.getByTestId("totp-confirm").click();
        assertThat(page.locator("[data-testid=recovery-codes] li")).hasCount(10);
        Browser.look(page, "security-recovery-codes");
        String recovery =
                page.locator("[data-testid=recovery-codes] li").first().textContent().strip();
        page.getByTestId("recovery-kept").click();
        assertThat(page.getByTestId("totp-state")).hasText("已启用");
        Browser.lookAround(page, "security");

        Page other = browser.window();
        passwordOnly(other);
        Browser.lookAround(other, "sign-in-second-step");
        Browser.fill(other, "second-step-code", "000000");
        other.getByTestId("second-step-submit").click();
        assertThat(other.locator("[role=alert]").first()).containsText("验证码不对");
        Browser.fill(other, "second-step-code", code(authenticator, 1));
        other.getByTestId("second-step-submit").click();
        other.waitForURL(address -> !address.contains("sign-in"));

        Page third = browser.window();
        passwordOnly(third);
        Browser.fill(third, "second-step-code", recovery);
        third.getByTestId("second-step-submit").click();
        third.waitForURL(address -> !address.contains("sign-in"));
    }

    private void passwordOnly(Page page) {
        browser.open(page, "/sign-in");
        Browser.fill(page, "sign-in-username", userName);
        Browser.fill(page, "sign-in-password", TestClient.PASSWORD);
        page.getByTestId("sign-in-submit").click();
        page.getByTestId("second-step-submit").waitFor();
    }

    @Test
    void throwsAThiefOutOfASecondBrowserAtOnce() {
        Page thief = mySecurity();
        assertThat(thief.getByTestId("live-session")).hasCount(2);
        Page owner = mySecurity();
        owner.getByTestId("stolen-report").click();
        Browser.look(owner, "security-stolen-ask");
        owner.locator(".el-message-box .el-button--danger").click();
        owner.waitForURL(Pattern.compile(".*/sign-in.*"));

        browser.open(thief, "/me");
        thief.waitForURL(Pattern.compile(".*/sign-in.*"));
        Browser.fill(thief, "sign-in-username", userName);
        Browser.fill(thief, "sign-in-password", TestClient.PASSWORD);
        thief.getByTestId("sign-in-submit").click();
        assertThat(thief.locator("[role=alert]").first()).containsText("已挂失");
    }

    @Test
    void reportsATheftFromTheSignInPage() {
        Page thief = mySecurity();
        Page page = browser.window();
        browser.open(page, "/sign-in");
        Browser.lookAround(page, "sign-in");
        page.getByTestId("stolen-page").click();
        Browser.fill(page, "sign-in-username", userName);
        Browser.fill(page, "sign-in-password", TestClient.PASSWORD);
        Browser.look(page, "sign-in-stolen");
        page.getByTestId("stolen-submit").click();
        assertThat(page.locator(".el-message")).containsText("已挂失");

        browser.open(thief, "/me");
        thief.waitForURL(Pattern.compile(".*/sign-in.*"));
    }

    @Test
    void asksForAProofAndThenGoesOn() {
        Page page = mySecurity();
        OldProof.of(person, jdbc, clock.instant());
        page.getByTestId("totp-begin").click();
        page.getByTestId("step-up").waitFor();
        Browser.lookAround(page, "step-up");
        Browser.fill(page, "step-up-proof", "wrong-one");
        page.getByTestId("step-up-submit").click();
        assertThat(page.getByTestId("step-up").locator("[role=alert]")).containsText("密码不对");
        Browser.fill(page, "step-up-proof", TestClient.PASSWORD);
        page.getByTestId("step-up-submit").click();

        assertThat(page.getByTestId("totp-secret")).isVisible();
    }

    @Test
    void signsAnotherDeviceOutAndTellsOfNewOnes() {
        Page here = mySecurity();
        Page there = mySecurity();
        browser.open(here, "/me");
        assertThat(here.getByTestId("new-sign-in")).isVisible();
        Browser.look(here, "security-new-sign-in");
        here.getByTestId("new-sign-in-mine").click();
        assertThat(here.getByTestId("new-sign-in")).hasCount(0);
        assertThat(here.getByTestId("live-session")).hasCount(3);
        here.getByTestId("live-session-end-others").click();
        here.locator(".el-message-box .el-button--primary").click();
        assertThat(here.getByTestId("live-session")).hasCount(1);

        browser.open(there, "/me");
        there.waitForURL(Pattern.compile(".*/sign-in.*"));
    }

    @Test
    void showsAdministratorsWhoIsOnline() {
        Page person = mySecurity();
        Page page = browser.signedInAs("sysadmin");
        browser.open(page, "/online");
        assertThat(page.locator("body")).containsText(userName);
        Browser.lookAround(page, "online");
        page.setViewportSize(390, 844);
        assertThat(page.getByTestId("online-end").first()).isVisible();
        page.setViewportSize(1440, 900);
        page.locator("tr, [role=row]")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(userName))
                .first()
                .getByTestId("online-end")
                .click();
        page.locator(".el-message-box .el-button--danger").click();
        assertThat(page.locator(".el-message")).containsText("已强制退出");

        browser.open(person, "/me");
        person.waitForURL(Pattern.compile(".*/sign-in.*"));
    }

    @Test
    void keepsTheNetworksOfARole() {
        Page page = browser.signedInAs("netadmin");
        browser.open(page, "/sign-in-networks");
        page.getByTestId("rule-AUDITOR").getByTestId("rule-edit").click();
        Browser.fill(page, "rule-networks", "office.example.com");
        page.getByTestId("rule-save").click();
        assertThat(page.locator("[role=alert]:not(.notice)").first()).containsText("不是网段");
        Browser.fill(page, "rule-networks", "127.0.0.0/8\n10.20.0.0/16");
        Browser.lookAround(page, "networks");
        page.getByTestId("rule-save").click();
        assertThat(page.getByTestId("rule-AUDITOR")).containsText("10.20.0.0/16");

        page.getByTestId("rule-AUDITOR").getByTestId("rule-edit").click();
        Browser.fill(page, "rule-networks", "");
        page.getByTestId("rule-save").click();
        assertThat(page.getByTestId("rule-AUDITOR")).containsText("不限");
    }
}
