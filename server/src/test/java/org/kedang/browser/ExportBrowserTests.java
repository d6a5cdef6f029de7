package org.kedang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import com.microsoft.playwright.Page;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.node.ObjectNode;

import java.util.UUID;

/** The list of customers is taken out as a file: in Chromium. */
@IntegrationTest
class ExportBrowserTests {
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
    void asksForWhatIsSensitiveAndTakesTheRestAtOnce() {
        String tag = "外发" + UUID.randomUUID().toString().substring(0, 6);
        ObjectNode customer =
                body().put("type", "ORGANISATION")
                        .put("name", "绍兴柯桥中国轻纺城导出贸易有限公司" + tag)
                        .put("phone", "13800003333")
                        .put("acceptDuplicates", true);
        customer.putArray("tags").add(tag);
        TestClient.as("sales", port).post("/api/customers", customer);

        Page page = browser.signedInAs("sales");
        browser.open(page, "/customers?tag=" + tag);
        page.getByTestId("export-begin").click();
        assertThat(page.getByTestId("export-outlook")).containsText("将导出 1 个客户");
        assertThat(page.getByTestId("export-outlook")).containsText("无须审批");
        Browser.fill(page, "export-purpose", "寄送展会请柬");
        Browser.lookAround(page, "export-dialog");
        assertThat(
                        page.waitForDownload(() -> page.getByTestId("export-submit").click())
                                .suggestedFilename())
                .startsWith("客户导出 DC")
                .endsWith(".xlsx");

        page.getByTestId("export-begin").click();
        page.getByTestId("export-clear").getByText("须审批").click();
        assertThat(page.getByTestId("export-outlook")).containsText("个人信息管理人审批");
        Browser.fill(page, "export-purpose", "与财务核对开票电话");
        page.getByTestId("export-submit").click();
        assertThat(page.getByTestId("export-state").first()).hasText("待审批");
        assertThat(page.getByTestId("export-state").nth(1)).hasText("可下载");
        Browser.lookAround(page, "export-list");
        page.setViewportSize(390, 844);
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "document.documentElement.scrollWidth <="
                                                + " window.innerWidth"))
                .isTrue();
    }
}
