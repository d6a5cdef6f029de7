package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.kernel.ChinaTime;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A contact is written down, a certificate recorded, a preference kept; then the customer calls.
 */
@IntegrationTest
class PeopleOfCustomersBrowserTests {
    @LocalServerPort int port;

    private final List<String> errors = new ArrayList<>();
    private Browser browser;
    private String name = "";
    private String customer = "";
    private String mobile = "";
    private String plate = "";

    @BeforeEach
    void start() {
        browser = new Browser(port);
        name = "绍兴越王台文化旅游发展有限责任公司 " + UUID.randomUUID().toString().substring(0, 6);
        int run = ThreadLocalRandom.current().nextInt(10_000, 99_999);
        mobile = "138057" + run;
        plate = "浙D" + run;
        customer =
                TestClient.as("sales", port)
                        .post(
                                "/api/customers",
                                TestClient.body().put("type", "ORGANISATION").put("name", name))
                        .id();
    }

    @AfterEach
    void stop() {
        browser.close();
    }

    @Test
    void recognisesACallerWhoWasWrittenDown() {
        Page page = browser.signedInAs("sales");
        page.onConsoleMessage(
                message -> {
                    // the browser itself tells of what the server refuses
                    if (message.type().equals("error") && !message.text().contains("400")) {
                        errors.add(message.text());
                    }
                });
        browser.open(page, "/customers/" + customer);
        writeContact(page);
        recordCertificate(page);
        writePreference(page);
        identify(page);
        Assertions.assertThat(errors).as("console errors").isEmpty();
    }

    private static void tab(Page page, String title) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(title)).first().click();
    }

    private void writeContact(Page page) {
        tab(page, "联系人");
        page.getByTestId("contact-new").click();
        assertThat(page.getByTestId("contact-save")).isDisabled();
        Browser.fill(page, "contact-name", "周越华");
        Browser.fill(page, "contact-position", "总经理");
        Browser.fill(page, "contact-mobile", "12345");
        Browser.choose(page, "[data-testid=contact-role]", "决策人");
        page.getByTestId("contact-save").click();
        assertThat(page.getByText("手机号应为 11 位").first()).isVisible();
        Browser.fill(page, "contact-mobile", "+86 " + mobile);
        page.getByTestId("contact-save").click();

        Locator contact = page.getByTestId("contact");
        assertThat(contact).containsText("周越华");
        assertThat(contact).containsText("主要联系人");
        assertThat(page.getByTestId("decider-history")).containsText("至今");

        page.getByTestId("contact-edit").click();
        Browser.choose(page, "[data-testid=contact-role]", "影响者");
        page.getByTestId("contact-save").click();
        assertThat(page.getByText("更换决策人须写明原因").first()).isVisible();
        Browser.fill(page, "contact-reason", "改任副总经理");
        page.getByTestId("contact-save").click();
        assertThat(page.getByTestId("decider-history")).containsText("改任副总经理");
    }

    private void recordCertificate(Page page) {
        tab(page, "证照");
        page.getByTestId("certificate-new").click();
        Browser.fill(page, "certificate-number", "91330602MA29");
        page.locator("#certificate-until")
                .fill(LocalDate.now(ChinaTime.ZONE).plusDays(20).toString());
        page.locator("#certificate-until").press("Enter");
        page.getByTestId("certificate-scan")
                .setInputFiles(
                        new FilePayload(
                                "营业执照.pdf",
                                "application/pdf",
                                "%PDF-1.4 made".getBytes(StandardCharsets.US_ASCII)));
        page.getByTestId("certificate-save").click();
        assertThat(page.getByTestId("certificate")).containsText("即将到期");
        assertThat(page.getByTestId("certificate-download")).hasText("营业执照.pdf");

        browser.open(page, "/certificates?within=30");
        assertThat(page.getByText(name).first()).isVisible();
        page.getByText(name).first().click();
        page.waitForURL(url -> url.contains("/customers/" + customer));
    }

    private void writePreference(Page page) {
        browser.open(page, "/customers/" + customer);
        tab(page, "客史");
        page.getByTestId("preference-new").click();
        Browser.choose(page, "[data-testid=preference-topic]", "饮食");
        Browser.fill(page, "preference-text", "对花生过敏，不喝冷饮");
        page.getByTestId("preference-importance").getByText("必须").click();
        page.getByTestId("preference-save").click();
        assertThat(page.getByTestId("preference")).containsText("对花生过敏");
        page.getByTestId("identifier-new").click();
        Browser.fill(page, "identifier-value", "绍A12");
        page.getByTestId("identifier-save").click();
        assertThat(page.getByText("车牌不对").first()).isVisible();
        Browser.fill(page, "identifier-value", plate);
        page.getByTestId("identifier-save").click();
        assertThat(page.getByTestId("identifier")).containsText(plate);
    }

    /** As the porter does it, on a telephone of 390 pixels. */
    private void identify(Page page) {
        page.setViewportSize(390, 844);
        browser.open(page, "/identify");
        identify(page, mobile.substring(0, 3) + "-" + mobile.substring(3));
        assertThat(page.getByTestId("identified-contact")).containsText("周越华");
        assertThat(page.getByTestId("identified-care")).containsText("对花生过敏");
        assertThat(page.getByTestId("identified")).containsText("营业执照将于");
        identify(page, plate.substring(0, 2) + "·" + plate.substring(2));
        assertThat(page.getByTestId("identified")).containsText("按车牌");
        Assertions.assertThat(
                        page.evaluate(
                                "document.documentElement.scrollWidth <="
                                        + " document.documentElement.clientWidth"))
                .as("nothing scrolls sideways")
                .isEqualTo(true);
        Browser.look(page, "identify-narrow");
    }

    private static void identify(Page page, String typed) {
        Browser.fill(page, "identify-box", typed);
        page.getByTestId("identify-go").click();
    }
}
