package org.kedang.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.kedang.TestClient;
import org.kedang.TestClient.Answer;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Things in the archive to test with, made over HTTP by one person. */
final class ArchiveFixture {
    private final TestClient client;

    ArchiveFixture(TestClient client) {
        this.client = client;
    }

    String customer() {
        Answer made =
                client.post(
                        "/api/customers",
                        TestClient.body()
                                .put("type", "ORGANISATION")
                                .put("name", "鉴湖酿酒 " + UUID.randomUUID()));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.id();
    }

    String dossier() {
        Answer made =
                client.post(
                        "/api/dossiers",
                        TestClient.body().put("customerId", customer()).put("title", "客户档案"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.id();
    }

    Answer item(String dossier, String title) {
        Answer made =
                client.post(
                        "/api/dossiers/" + dossier + "/items",
                        TestClient.body().put("title", title).put("documentDate", "2026-11-22"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made;
    }

    Answer file(String item, String name, String text) {
        Answer made =
                client.upload(
                        "/api/items/" + item + "/files",
                        name,
                        text.getBytes(StandardCharsets.UTF_8));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made;
    }
}
