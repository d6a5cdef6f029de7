package org.kedang.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.index.IndexUpkeep;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

@IntegrationTest
class FindingArchivesIntegrationTests {
    @LocalServerPort int port;
    @Autowired IndexUpkeep upkeep;

    private TestClient clerk;
    private TestClient sales;

    @BeforeEach
    void signIn() {
        await(Duration.ofSeconds(60), () -> upkeep.health().complete());
        clerk = TestClient.as("clerk", port);
        sales = TestClient.as("sales", port);
    }

    private static void await(Duration patience, BooleanSupplier done) {
        Instant end = Instant.now().plus(patience);
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).as("patience").isBefore(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Answer search(TestClient client, String typed, String more) {
        return client.get(
                "/api/search?size=100&q="
                        + URLEncoder.encode(typed, StandardCharsets.UTF_8)
                        + more);
    }

    private static List<String> ids(Answer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static void awaitFound(TestClient client, String typed, String id) {
        await(Duration.ofSeconds(30), () -> ids(search(client, typed, "")).contains(id));
    }

    private static String mark() {
        return UUID.randomUUID().toString().replaceAll("[^a-f0-9]", "").substring(0, 10);
    }

    private static String dossier(TestClient client, String title) {
        Answer made =
                client.post(
                        "/api/dossiers",
                        TestClient.body()
                                .put("customerId", new ArchiveFixture(client).customer())
                                .put("title", title));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.id();
    }

    @Test
    void findsDossiersAndItemsByPartsPinyinAndNumbers() {
        String mark = mark();
        String dossier = dossier(clerk, "越城区丝绸往来" + mark);
        Answer item = new ArchiveFixture(clerk).item(dossier, "重庆火锅城投诉处理单" + mark);
        awaitFound(clerk, mark, item.id());

        assertThat(ids(search(clerk, "丝绸 " + mark, ""))).containsExactly(dossier);
        assertThat(ids(search(clerk, "chongqinghuoguo", ""))).contains(item.id());
        assertThat(ids(search(clerk, "cqhgc", "&type=ITEM"))).contains(item.id());
        assertThat(ids(search(clerk, item.json().path("number").asString(), "")))
                .contains(item.id());
        assertThat(ids(search(clerk, "投诉处理流程 " + mark, ""))).isEmpty();
        JsonNode counts = search(clerk, mark, "&type=DOSSIER").json().path("counts");
        assertThat(counts.toString())
                .isEqualTo("{\"CUSTOMER\":0,\"DOSSIER\":1,\"ITEM\":1,\"FILE\":0}");
        JsonNode hit = search(clerk, mark, "&type=ITEM").json().at("/items/0");
        assertThat(hit.path("dossierId").asString()).isEqualTo(dossier);
        assertThat(hit.path("date").asString()).isEqualTo("2026-11-22");
        assertThat(hit.path("secrecy").asString()).isEqualTo("INTERNAL");
    }

    @Test
    void findsFilesByTheirWordsAndShowsWhere() {
        String mark = mark();
        ArchiveFixture archive = new ArchiveFixture(clerk);
        String item = archive.item(dossier(clerk, "卷" + mark), "件" + mark).id();
        String text =
                "甲".repeat(300)
                        + "\n第八条 违约责任：乙方逾期交\n货的，按合同总价千分之三支付违约金。"
                        + mark
                        + "号\n"
                        + "乙".repeat(300);
        String file = archive.file(item, "contract.txt", text).id();
        awaitFound(clerk, mark + "号", file);

        assertThat(ids(search(clerk, "逾期交货 " + mark, ""))).containsExactly(file);
        assertThat(ids(search(clerk, "乙方违约 " + mark, ""))).containsExactly(file);
        JsonNode hit =
                search(clerk, "违约责任", "&type=FILE")
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(h -> h.path("id").asString().equals(file))
                        .findFirst()
                        .orElseThrow();
        JsonNode text0 =
                hit.path("highlights")
                        .valueStream()
                        .filter(h -> h.path("field").asString().equals("text"))
                        .findFirst()
                        .orElseThrow();
        assertThat(text0.path("parts").toString()).contains("\"text\":\"违约责任\",\"hit\":true");
        int length =
                text0.path("parts")
                        .valueStream()
                        .mapToInt(p -> p.path("text").asString().length())
                        .sum();
        assertThat(length).isBetween(80, 140);
        assertThat(hit.path("itemId").asString()).isEqualTo(item);
    }

    @Test
    void findsOnlyTheNewestVersionOfAFile() {
        String mark = mark();
        ArchiveFixture archive = new ArchiveFixture(clerk);
        String item = archive.item(dossier(clerk, "卷"), "件").id();
        String first = archive.file(item, "版本.txt", "旧文 " + mark + " 完").id();
        awaitFound(clerk, mark, first);
        String second = archive.file(item, "版本.txt", "新文 " + mark + " 完").id();
        awaitFound(clerk, mark, second);

        await(Duration.ofSeconds(5), () -> ids(search(clerk, mark, "")).equals(List.of(second)));
    }

    @Test
    void tellsNothingOfWhatIsTooSecretForTheAsker() {
        String mark = mark();
        String dossier = dossier(sales, "客户卷" + mark);
        ArchiveFixture ofSales = new ArchiveFixture(sales);
        String open = ofSales.item(dossier, "公开件" + mark).id();
        Answer secret =
                clerk.post(
                        "/api/dossiers/" + dossier + "/items",
                        TestClient.body()
                                .put("title", "机密件" + mark)
                                .put("documentDate", "2026-11-22")
                                .put("secrecy", "SECRET"));
        assertThat(secret.status()).as(secret.text()).isEqualTo(201);
        String file =
                new ArchiveFixture(clerk)
                        .file(secret.id(), "附件" + mark + ".txt", "机密内容 " + mark + "x")
                        .id();
        awaitFound(clerk, mark + "x", file);
        awaitFound(clerk, mark, secret.id());

        Answer answer = search(sales, mark, "");

        assertThat(ids(answer)).containsExactlyInAnyOrder(dossier, open);
        assertThat(answer.json().path("total").asInt()).isEqualTo(2);
        assertThat(answer.json().path("counts").toString())
                .isEqualTo("{\"CUSTOMER\":0,\"DOSSIER\":1,\"ITEM\":1,\"FILE\":0}");
        assertThat(answer.text()).doesNotContain("机密");
        assertThat(ids(search(sales, "机密内容", ""))).doesNotContain(file);
        assertThat(ids(search(clerk, mark, "&secrecy=SECRET")))
                .containsExactlyInAnyOrder(secret.id(), file);
    }

    @Test
    void hidesAFileWhoseItemBecomesMoreSecret() {
        String mark = mark();
        ArchiveFixture ofSales = new ArchiveFixture(sales);
        String item = ofSales.item(dossier(sales, "卷"), "件").id();
        String file = ofSales.file(item, "信.txt", "信的内容 " + mark + " 完").id();
        awaitFound(sales, mark, file);

        Answer raised =
                clerk.patch(
                        "/api/items/" + item,
                        TestClient.body().put("secrecy", "SECRET"),
                        "If-Match",
                        "\"0\"");
        assertThat(raised.status()).as(raised.text()).isEqualTo(200);

        // at once by the database, later by the index too
        assertThat(ids(search(sales, mark, ""))).isEmpty();
        await(
                Duration.ofSeconds(5),
                () -> ids(search(clerk, mark, "&secrecy=SECRET")).equals(List.of(file)));
        assertThat(search(sales, mark, "").json().at("/counts/FILE").asInt()).isZero();
    }

    @Test
    void narrowsByCustomerClassAndDay() {
        String mark = mark();
        String dossier = dossier(clerk, "窄" + mark);
        String customer =
                clerk.get("/api/dossiers/" + dossier).json().path("customerId").asString();
        String item = new ArchiveFixture(clerk).item(dossier, "窄件" + mark).id();
        awaitFound(clerk, mark, item);

        assertThat(ids(search(clerk, mark, "&customerId=" + customer)))
                .containsExactlyInAnyOrder(dossier, item);
        assertThat(ids(search(clerk, mark, "&customerId=" + UUID.randomUUID()))).isEmpty();
        assertThat(
                        ids(
                                search(
                                        clerk,
                                        mark,
                                        "&classCode="
                                                + URLEncoder.encode(
                                                        "KH·01", StandardCharsets.UTF_8))))
                .hasSize(2);
        assertThat(
                        ids(
                                search(
                                        clerk,
                                        mark,
                                        "&classCode="
                                                + URLEncoder.encode(
                                                        "KH·02", StandardCharsets.UTF_8))))
                .isEmpty();
        assertThat(ids(search(clerk, mark, "&type=ITEM&dateFrom=2026-11-22&dateTo=2026-11-22")))
                .containsExactly(item);
        assertThat(ids(search(clerk, mark, "&type=ITEM&dateTo=2026-11-21"))).isEmpty();
    }
}
