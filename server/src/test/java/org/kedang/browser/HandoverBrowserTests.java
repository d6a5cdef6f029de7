package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.registration.RegistrationFixture;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import java.util.UUID;

/** Customers are handed over from their list, and rules of assignment are tried: in Chromium. */
@IntegrationTest
class HandoverBrowserTests {
    @LocalServerPort int port;

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
    void handsOverWhatIsChosenInTheList() {
        TestClient sales = TestClient.as("sales", port);
        String customer = RegistrationFixture.complete(sales);
        String name = sales.get("/api/customers/" + customer).json().path("name").asString();
        Page page = browser.signedInAs("sales");
        browser.open(page, "/customers?sort=-createdAt");
        Locator row =
                page.getByRole(AriaRole.ROW)
                        .filter(new Locator.FilterOptions().setHasText(name))
                        .first();
        row.locator("input[type=checkbox]")
                .first()
                .check(new Locator.CheckOptions().setForce(true));
        page.getByTestId("handover-selected").click();
        Browser.choose(page, "[data-testid=handover-to]", "王建国");
        Browser.fill(page, "handover-reason", "李晓梅调往销售二部，客户由王建国接手");
        assertThat(page.getByTestId("handover-preview")).containsText("将移交 1 个");
        Browser.look(page, "handover-dialog");
        page.getByTestId("handover-submit").click();

        assertThat(page.getByTestId("handover")).hasAttribute("data-state", "DONE");
        assertThat(page.getByTestId("handover")).containsText(name);
        Browser.lookAround(page, "handover");
        page.setViewportSize(390, 844);
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "document.documentElement.scrollWidth <="
                                                + " window.innerWidth"))
                .isTrue();
    }

    /** Somebody with a customer goes to another department: first it is decided who keeps it. */
    @Test
    void asksWhatBecomesOfWhatSomebodyHoldsWhoMoves() {
        String name = "调岗" + UUID.randomUUID().toString().substring(0, 6);
        TestClient administrator = TestClient.as("sysadmin", port);
        String department = department(administrator, "销售一部");
        administrator.post(
                "/api/people",
                body().put("userName", "m" + name.substring(2))
                        .put("name", name)
                        .put("departmentId", department));
        String person =
                administrator.get("/api/people?q=" + name).json().at("/items/0/id").asString();
        TestClient.as("sales", port)
                .post(
                        "/api/customers",
                        body().put("type", "ORGANISATION")
                                .put("name", name + "的客户有限公司")
                                .put("ownerId", person)
                                .put("departmentId", department));

        Page page = browser.signedInAs("sysadmin");
        browser.open(page, "/people?q=" + name);
        page.getByText(name).first().click();
        page.getByTestId("person-edit").click();
        assertThat(page.locator("#edit-name")).hasValue(name);
        Browser.choose(page, "#edit-department", "销售二部");
        page.getByTestId("person-edit-save").click();
        assertThat(page.getByTestId("move-settlement")).containsText("名下客户 1");
        assertThat(page.getByTestId("person-edit-save")).isDisabled();
        page.getByTestId("move-keep-customers").click();
        Browser.fill(page, "move-reason", "调任销售二部，仍跟进这家客户");
        Browser.lookAround(page, "move-settlement");
        page.getByTestId("person-edit-save").click();
        assertThat(page.getByTestId("move-settlement")).isHidden();
        assertThat(
                        administrator
                                .get("/api/people/" + person + "/details")
                                .json()
                                .path("departmentId")
                                .asString())
                .isEqualTo(department(administrator, "销售二部"));
    }

    private static String department(TestClient client, String name) {
        for (JsonNode one : client.get("/api/departments").json().path("items")) {
            if (one.path("name").asString().equals(name)) {
                return one.path("id").asString();
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void choosesByConditions() {
        Page page = browser.signedInAs("sales");
        browser.open(page, "/handovers");
        page.getByTestId("handover-all").click();
        Browser.choose(page, "[data-testid=handover-kind]", "重点客户");
        Browser.choose(page, "[data-testid=handover-to]", "王建国");
        assertThat(page.getByTestId("handover-preview")).isVisible();
        Browser.lookAround(page, "handover-conditions");
    }

    @Test
    void triesTheRulesOut() {
        Page page = browser.signedInAs("sysadmin");
        browser.open(page, "/assignment-rules");
        assertThat(page.getByTestId("assignment-rule")).hasCount(1);
        Browser.choose(page, "[data-testid=assignment-collector]", "李晓梅");
        page.getByTestId("assignment-attempt").click();
        assertThat(page.getByTestId("assignment-proposal")).containsText("分给 李晓梅");
        Browser.lookAround(page, "assignment-rules");
    }
}
