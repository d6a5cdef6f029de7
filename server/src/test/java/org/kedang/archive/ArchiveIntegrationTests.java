package org.kedang.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

@IntegrationTest
class ArchiveIntegrationTests {
    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;

    private TestClient clerk;
    private ArchiveFixture archive;

    @BeforeEach
    void signIn() {
        clerk = TestClient.as("clerk", port);
        archive = new ArchiveFixture(clerk);
    }

    @Test
    void opensADossierWithTheDefaultsOfItsClass() {
        String customer = archive.customer();
        Answer opened =
                clerk.post(
                        "/api/dossiers",
                        TestClient.body().put("customerId", customer).put("title", "  客户基本档案 "));

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.header("Location")).contains("/api/dossiers/" + opened.id());
        assertThat(opened.header("ETag")).contains("\"0\"");
        assertThat(opened.json().path("number").asString())
                .matches("K001-KH·\\d{4}-D10-DA-\\d{4,}");
        assertThat(opened.json().path("title").asString()).isEqualTo("客户基本档案");
        assertThat(opened.json().path("classCode").asString()).isEqualTo("KH·01");
        assertThat(opened.json().path("secrecy").asString()).isEqualTo("INTERNAL");
        assertThat(opened.json().path("state").asString()).isEqualTo("TEMPORARY");
        assertThat(opened.json().path("missing"))
                .extracting(n -> n.asString())
                .containsExactly("营业执照", "客户登记表");
        assertThat(clerk.get("/api/dossiers/" + opened.id()).json()).isEqualTo(opened.json());
    }

    @Test
    void tellsWhichRequiredDocumentsAreMissing() {
        String dossier = archive.dossier();
        archive.item(dossier, "营业执照副本复印件");

        assertThat(clerk.get("/api/dossiers/" + dossier).json().path("missing"))
                .extracting(n -> n.asString())
                .containsExactly("客户登记表");
        assertThat(clerk.get("/api/dossiers/" + dossier).json().path("itemCount").asInt())
                .isEqualTo(1);
    }

    @Test
    void numbersItemsWithinTheirDossier() {
        String dossier = archive.dossier();
        String number = clerk.get("/api/dossiers/" + dossier).json().path("number").asString();

        assertThat(archive.item(dossier, "一").json().path("number").asString())
                .isEqualTo(number + "-0001");
        assertThat(archive.item(dossier, "二").json().path("number").asString())
                .isEqualTo(number + "-0002");
    }

    @Test
    void refusesBadInputAndStoresNothing() {
        String customer = archive.customer();
        long before = count("dossier");
        assertThat(open(customer, "x".repeat(300)).slug()).isEqualTo("invalid-input");
        assertThat(open(customer, "a\u0000b").slug()).isEqualTo("invalid-input");
        assertThat(open(customer, "a\u202Eb").slug()).isEqualTo("invalid-input");
        assertThat(open(customer, " ").slug()).isEqualTo("invalid-input");
        assertThat(open("not-an-id", "x").slug()).isEqualTo("invalid-input");
        assertThat(open(java.util.UUID.randomUUID().toString(), "x").status()).isEqualTo(404);
        assertThat(
                        clerk.post(
                                        "/api/dossiers",
                                        TestClient.body()
                                                .put("customerId", customer)
                                                .put("title", "x")
                                                .put("classCode", "KH·99"))
                                .slug())
                .isEqualTo("invalid-input");
        assertThat(
                        clerk.post(
                                        "/api/dossiers",
                                        TestClient.body()
                                                .put("customerId", customer)
                                                .put("title", "x")
                                                .put("period", "D7"))
                                .slug())
                .isEqualTo("invalid-input");
        assertThat(count("dossier")).isEqualTo(before);

        String dossier = archive.dossier();
        long items = count("item");
        assertThat(
                        clerk.post(
                                        "/api/dossiers/" + dossier + "/items",
                                        TestClient.body()
                                                .put("title", "x")
                                                .put("documentDate", "2026-02-30"))
                                .slug())
                .isEqualTo("invalid-input");
        assertThat(
                        clerk.post(
                                        "/api/dossiers/" + dossier + "/items",
                                        TestClient.body()
                                                .put("title", "x")
                                                .put("documentDate", "0026-02-01"))
                                .slug())
                .isEqualTo("invalid-input");
        assertThat(
                        clerk.post(
                                        "/api/dossiers/" + dossier + "/items",
                                        TestClient.body().put("title", "x"))
                                .slug())
                .isEqualTo("invalid-input");
        assertThat(count("item")).isEqualTo(items);
        assertThat(clerk.get("/api/dossiers?sort=keyId").slug()).isEqualTo("unknown-sort-field");
        assertThat(clerk.get("/api/dossiers?page=-1").slug()).isEqualTo("page-out-of-range");
        assertThat(clerk.get("/api/dossiers/" + dossier + "/items?sort=note").slug())
                .isEqualTo("unknown-sort-field");
    }

    @Test
    void keepsMarkupAndSqlAsText() {
        String title = "<script>alert(1)</script>'; drop table dossier;-- {0} 100%_!";
        Answer opened = open(archive.customer(), title);

        assertThat(opened.json().path("title").asString()).isEqualTo(title);
        assertThat(
                        clerk.get(
                                        "/api/dossiers?q="
                                                + java.net.URLEncoder.encode(
                                                        "100%_!", StandardCharsets.UTF_8))
                                .json()
                                .path("items"))
                .extracting(n -> n.path("id").asString())
                .contains(opened.id());
        assertThat(
                        clerk.get(
                                        "/api/dossiers?q="
                                                + java.net.URLEncoder.encode(
                                                        "100%%!", StandardCharsets.UTF_8))
                                .json()
                                .path("total")
                                .asInt())
                .isZero();
    }

    @Test
    void hidesWhatIsNotTheReaders() {
        TestClient sales = TestClient.as("sales", port);
        TestClient sysadmin = TestClient.as("sysadmin", port);
        String dossier = archive.dossier();
        String item = archive.item(dossier, "营业执照").id();
        String file = archive.file(item, "a.txt", "hello").id();

        for (String path :
                new String[] {
                    "/api/dossiers/" + dossier, "/api/dossiers/" + dossier + "/items",
                            "/api/items/" + item,
                    "/api/items/" + item + "/files", "/api/files/" + file,
                            "/api/files/" + file + "/content",
                    "/api/files/" + file + "/text", "/api/files/" + file + "/findings"
                }) {
            assertThat(clerk.get(path).status()).as("clerk " + path).isEqualTo(200);
            assertThat(sales.get(path).slug()).as("sales " + path).isEqualTo("not-found");
            assertThat(sysadmin.get(path).slug()).as("sysadmin " + path).isEqualTo("not-permitted");
        }
        assertThat(
                        sales.upload(
                                        "/api/items/" + item + "/files",
                                        "b.txt",
                                        "x".getBytes(StandardCharsets.UTF_8))
                                .slug())
                .isEqualTo("not-found");
        assertThat(
                        sales.post(
                                        "/api/dossiers/" + dossier + "/items",
                                        TestClient.body()
                                                .put("title", "x")
                                                .put("documentDate", "2026-01-01"))
                                .slug())
                .isEqualTo("not-found");
        assertThat(
                        sales.patch(
                                        "/api/items/" + item,
                                        TestClient.body().put("title", "x"),
                                        "If-Match",
                                        "\"0\"")
                                .slug())
                .isEqualTo("not-found");
        assertThat(sales.get("/api/audit/events?subject=" + dossier).status())
                .isGreaterThanOrEqualTo(403);
        assertThat(sales.get("/api/dossiers").json().path("items"))
                .extracting(n -> n.path("id").asString())
                .doesNotContain(dossier);
    }

    @Test
    void hidesWhatIsAboveTheClearance() {
        TestClient sales = TestClient.as("sales", port);
        ArchiveFixture own = new ArchiveFixture(sales);
        String dossier = own.dossier();
        String open = own.item(dossier, "公开").id();
        String secret =
                clerk.post(
                                "/api/dossiers/" + dossier + "/items",
                                TestClient.body()
                                        .put("title", "机密")
                                        .put("documentDate", "2026-01-01")
                                        .put("secrecy", "SECRET"))
                        .id();

        assertThat(sales.get("/api/items/" + open).status()).isEqualTo(200);
        assertThat(sales.get("/api/items/" + secret).slug()).isEqualTo("not-found");
        assertThat(sales.get("/api/dossiers/" + dossier + "/items").json().path("total").asInt())
                .isEqualTo(1);
        assertThat(sales.get("/api/dossiers/" + dossier).json().path("itemCount").asInt())
                .isEqualTo(1);
        assertThat(clerk.get("/api/dossiers/" + dossier).json().path("itemCount").asInt())
                .isEqualTo(2);
        Answer refused =
                sales.post(
                        "/api/dossiers/" + dossier + "/items",
                        TestClient.body()
                                .put("title", "x")
                                .put("documentDate", "2026-01-01")
                                .put("secrecy", "SECRET"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.slug()).isEqualTo("secrecy-above-clearance");
    }

    @Test
    void keepsBeforeAndAfterOfAChangeAndRefusesAStaleOne() {
        String dossier = archive.dossier();
        Answer item = archive.item(dossier, "合同");
        String path = "/api/items/" + item.id();

        Answer changed =
                clerk.patch(
                        path,
                        TestClient.body()
                                .put("title", "采购合同")
                                .put("documentNumber", "HT-1")
                                .put("reason", "更正题名"),
                        "If-Match",
                        "\"0\"");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).contains("\"1\"");
        assertThat(changed.json().path("title").asString()).isEqualTo("采购合同");
        assertThat(changed.json().path("documentDate").asString()).isEqualTo("2026-11-22");

        Answer stale = clerk.patch(path, TestClient.body().put("title", "别的"), "If-Match", "\"0\"");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.slug()).isEqualTo("stale-version");
        assertThat(stale.json().path("current").path("title").asString()).isEqualTo("采购合同");
        assertThat(clerk.patch(path, TestClient.body().put("title", "别的")).status()).isEqualTo(428);
        assertThat(
                        clerk.patch(
                                        path,
                                        TestClient.body().put("documentDate", "2026-13-01"),
                                        "If-Match",
                                        "\"1\"")
                                .slug())
                .isEqualTo("invalid-input");
        assertThat(
                        clerk.patch(
                                        path,
                                        TestClient.body().putNull("documentNumber"),
                                        "If-Match",
                                        "\"1\"")
                                .json()
                                .path("documentNumber")
                                .isMissingNode())
                .isTrue();

        var events =
                clerk.get("/api/audit/events?subject=" + dossier + "&act=item.changed")
                        .json()
                        .path("items");
        assertThat(events).hasSize(2);
        assertThat(events.get(1).path("reason").asString()).isEqualTo("更正题名");
        assertThat(events.get(1).path("changes"))
                .extracting(
                        c ->
                                c.path("field").asString()
                                        + ":"
                                        + c.path("before").asString("")
                                        + ">"
                                        + c.path("after").asString(""))
                .containsExactlyInAnyOrder("title:合同>采购合同", "documentNumber:>HT-1");
    }

    @Test
    void givesBackEveryByteAndAnyRange() {
        byte[] bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);
        String item = archive.item(archive.dossier(), "数据").id();
        Answer stored = clerk.upload("/api/items/" + item + "/files", "数据 一.bin", bytes);

        assertThat(stored.status()).isEqualTo(201);
        assertThat(stored.json().path("sha256").asString()).isEqualTo(sha256(bytes));
        String path = stored.header("Location").orElseThrow() + "/content";
        Answer whole = clerk.get(path);
        assertThat(whole.raw().body()).isEqualTo(bytes);
        assertThat(whole.header("ETag")).contains("\"" + sha256(bytes) + "\"");
        assertThat(whole.header("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E6%95%B0%E6%8D%AE%20%E4%B8%80.bin");
        assertThat(whole.header("X-Content-Type-Options")).contains("nosniff");

        Answer part = clerk.get(path, "Range", "bytes=131071-131074");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.raw().body()).isEqualTo(Arrays.copyOfRange(bytes, 131071, 131075));
        assertThat(part.header("Content-Range")).contains("bytes 131071-131074/300000");
        assertThat(clerk.get(path, "Range", "bytes=-5").raw().body())
                .isEqualTo(Arrays.copyOfRange(bytes, 299_995, 300_000));
        assertThat(clerk.get(path, "Range", "bytes=300000-").status()).isEqualTo(416);
        assertThat(clerk.get(path, "Range", "bytes=0-9", "If-Range", "\"other\"").raw().body())
                .isEqualTo(bytes);
        assertThat(clerk.get(path, "If-None-Match", "\"" + sha256(bytes) + "\"").status())
                .isEqualTo(304);
        assertThat(clerk.get(path + "?inline=true").header("Content-Disposition").orElseThrow())
                .startsWith("attachment");
    }

    @Test
    void showsInPlaceOnlyWhatIsAnImageOrPdfByContent() {
        String item = archive.item(archive.dossier(), "图").id();
        String html = archive.file(item, "x.png", "<html><script>1</script>").id();
        String pdf = archive.file(item, "x.txt", "%PDF-1.7 not much").id();

        assertThat(clerk.get("/api/files/" + html + "/content?inline=true").header("Content-Type"))
                .contains("application/octet-stream");
        Answer shown = clerk.get("/api/files/" + pdf + "/content?inline=true");
        assertThat(shown.header("Content-Type")).contains("application/pdf");
        assertThat(shown.header("Content-Disposition").orElseThrow()).startsWith("inline");
        assertThat(shown.header("Content-Security-Policy").orElseThrow()).startsWith("sandbox");
    }

    @Test
    void keepsEveryVersionOfAName() {
        String item = archive.item(archive.dossier(), "合同").id();
        String first = archive.file(item, "合同.txt", "第一版").id();
        String second = archive.file(item, "合同.txt", "第二版").id();
        archive.file(item, "附件.txt", "附件");

        var versions = clerk.get("/api/items/" + item + "/files").json().path("items");
        assertThat(versions)
                .extracting(
                        v ->
                                v.path("name").asString()
                                        + " "
                                        + v.path("versionNumber").asInt()
                                        + " "
                                        + v.path("current").asBoolean())
                .containsExactly("附件.txt 1 true", "合同.txt 2 true", "合同.txt 1 false");
        assertThat(clerk.get("/api/files/" + first + "/content").text()).isEqualTo("第一版");
        assertThat(clerk.get("/api/files/" + second + "/content").text()).isEqualTo("第二版");
        assertThat(clerk.get("/api/items/" + item).json().path("fileCount").asInt()).isEqualTo(2);
    }

    @Test
    void knowsWhoReadAndDownloaded() {
        String customer = archive.customer();
        String dossier = open(customer, "审计").id();
        String item = archive.item(dossier, "合同").id();
        String file = archive.file(item, "合同.txt", "内容").id();
        clerk.get("/api/files/" + file + "/content");
        clerk.get("/api/files/" + file + "/content", "Range", "bytes=0-0");
        clerk.get("/api/files/" + file + "/content?inline=true");

        assertThat(clerk.get("/api/audit/events?size=200&subject=" + customer).json().path("items"))
                .extracting(e -> e.path("act").asString())
                .contains(
                        "dossier.opened",
                        "item.filed",
                        "file.stored",
                        "file.viewed",
                        "file.downloaded");
        assertThat(
                        clerk.get("/api/audit/events?act=file.downloaded&subject=" + dossier)
                                .json()
                                .path("items"))
                .hasSize(1);
    }

    @Test
    void refusesFilesThatCannotBeKept() {
        String item = archive.item(archive.dossier(), "合同").id();
        String path = "/api/items/" + item + "/files";
        byte[] some = "x".getBytes(StandardCharsets.UTF_8);
        long before = count("content");

        assertThat(clerk.upload(path, "empty.pdf", new byte[0]).slug()).isEqualTo("file-empty");
        assertThat(clerk.upload(path, "../../etc/passwd", some).slug())
                .isEqualTo("file-name-refused");
        assertThat(clerk.upload(path, "a\u202Eb.pdf", some).slug()).isEqualTo("file-name-refused");
        assertThat(clerk.upload(path, "客".repeat(256) + ".pdf", some).slug())
                .isEqualTo("file-name-refused");
        assertThat(clerk.post(path, TestClient.body()).slug()).isEqualTo("unsupported-media-type");
        assertThat(clerk.get("/api/items/" + item + "/files").json().path("items")).isEmpty();
        assertThat(count("content")).isEqualTo(before);
    }

    private Answer open(String customer, String title) {
        return clerk.post(
                "/api/dossiers", TestClient.body().put("customerId", customer).put("title", title));
    }

    private long count(String table) {
        return jdbc.sql(
                        "select count(*) from "
                                + table
                                + (table.equals("content")
                                        ? " c where not exists (select 1 from rendition r where"
                                                + " r.content_id = c.id)"
                                        : ""))
                .query(Long.class)
                .single();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
