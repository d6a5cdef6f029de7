package org.kedang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.UUID;

@IntegrationTest
class MissingDocumentsIntegrationTests {
    @LocalServerPort int port;

    private static List<String> missing(JsonNode dossier) {
        return dossier.path("missing").valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void tellNothingOfPapersAboveTheClearance() {
        TestClient clerk = TestClient.as("clerk", port);
        TestClient sales = TestClient.as("sales", port);
        String customer =
                sales.post(
                                "/api/customers",
                                body().put("type", "ORGANISATION")
                                        .put("name", "缺件" + UUID.randomUUID()))
                        .id();
        String dossier =
                sales.post(
                                "/api/dossiers",
                                body().put("customerId", customer)
                                        .put("title", "缺件案卷")
                                        .put("classCode", "KH·01"))
                        .id();
        file(clerk, dossier, "营业执照副本", "SECRET");
        file(clerk, dossier, "客户登记表", "INTERNAL");

        assertThat(missing(clerk.get("/api/dossiers/" + dossier).json())).isEmpty();
        assertThat(missing(sales.get("/api/dossiers/" + dossier).json())).containsExactly("营业执照");
        String list = "/api/dossiers?customerId=" + customer;
        assertThat(missing(sales.get(list + "&withMissing=true").json().at("/items/0")))
                .containsExactly("营业执照");
        assertThat(clerk.get(list + "&withMissing=true").json().at("/items/0/missing").isEmpty())
                .isTrue();
        assertThat(sales.get(list).json().at("/items/0").has("missing")).isFalse();
    }

    private static void file(TestClient by, String dossier, String title, String secrecy) {
        int status =
                by.post(
                                "/api/dossiers/" + dossier + "/items",
                                body().put("title", title)
                                        .put("documentDate", "2026-11-01")
                                        .put("carrier", "PAPER")
                                        .put("secrecy", secrecy))
                        .status();
        assertThat(status).isEqualTo(201);
    }
}
