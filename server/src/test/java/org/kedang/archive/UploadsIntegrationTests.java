package org.kedang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.storage.StorageSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

@IntegrationTest
class UploadsIntegrationTests {
    private static final String OCTETS = "application/offset+octet-stream";

    @LocalServerPort private int port;
    @Autowired private JdbcClient jdbc;
    @Autowired private StorageSettings settings;

    private TestClient clerk;
    private ArchiveFixture archive;
    private String dossier;
    private List<Path> earlier;

    @BeforeEach
    void openDossier() {
        earlier = incoming();
        clerk = TestClient.as("clerk", port);
        archive = new ArchiveFixture(clerk);
        dossier = archive.dossier();
    }

    @Test
    void filesANewItemFromOnePart() {
        byte[] bytes = bytes(20_000);
        String upload =
                begin(
                        clerk,
                        bytes.length,
                        "filename",
                        "验收单 三月.bin",
                        "dossierId",
                        dossier,
                        "documentDate",
                        "2026-03-05",
                        "relativePath",
                        "2026/三月/验收单 三月.bin");

        Answer done = patch(clerk, upload, 0, bytes);

        assertThat(done.status()).isEqualTo(204);
        assertThat(done.header("Upload-Offset")).contains("20000");
        assertThat(done.header("Tus-Resumable")).contains("1.0.0");
        var item = clerk.get("/api/items/" + done.header("Kedang-Item").orElseThrow()).json();
        assertThat(item.path("title").asString()).isEqualTo("验收单 三月");
        assertThat(item.path("documentDate").asString()).isEqualTo("2026-03-05");
        assertThat(item.path("note").asString()).isEqualTo("原路径：2026/三月/验收单 三月.bin");
        assertThat(content(done)).isEqualTo(bytes);
        awaitNothingLeft();
    }

    @Test
    void joinsPartsAndGivesTheSameAnswerAgain() {
        byte[] bytes = bytes(200_001);
        String item = archive.item(dossier, "大文件").id();
        String upload = begin(clerk, bytes.length, "filename", "大.bin", "itemId", item);

        assertThat(
                        patch(clerk, upload, 0, Arrays.copyOfRange(bytes, 0, 70_000))
                                .header("Kedang-File"))
                .isEmpty();
        assertThat(head(clerk, upload).header("Upload-Offset")).contains("70000");
        assertThat(patch(clerk, upload, 0, Arrays.copyOfRange(bytes, 0, 70_000)).slug())
                .isEqualTo("offset-conflict");
        assertThat(
                        patch(clerk, upload, 70_000, Arrays.copyOfRange(bytes, 70_000, 200_000))
                                .status())
                .isEqualTo(204);
        Answer done = patch(clerk, upload, 200_000, Arrays.copyOfRange(bytes, 200_000, 200_001));

        assertThat(content(done)).isEqualTo(bytes);
        Answer again = patch(clerk, upload, 200_001, new byte[0]);
        assertThat(again.status()).isEqualTo(204);
        assertThat(again.header("Kedang-File")).isEqualTo(done.header("Kedang-File"));
        assertThat(head(clerk, upload).header("Kedang-File")).isEqualTo(done.header("Kedang-File"));
        assertThat(head(clerk, upload).header("Upload-Offset")).contains("200001");
        assertThat(clerk.get("/api/items/" + item + "/files").json().path("items")).hasSize(1);
        awaitNothingLeft();
    }

    @Test
    void goesOnWhereABrokenConnectionStopped() throws Exception {
        byte[] bytes = bytes(1_000_000);
        String upload = begin(clerk, bytes.length, "filename", "断线.bin", "dossierId", dossier);
        String token =
                clerk.post("/api/tokens", TestClient.body().put("name", "测试").put("days", 1))
                        .json()
                        .path("token")
                        .asString();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("PATCH "
                                    + upload
                                    + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                                    + token
                                    + "\r\n"
                                    + "Tus-Resumable: 1.0.0\r\n"
                                    + "Upload-Offset: 0\r\n"
                                    + "Content-Type: "
                                    + OCTETS
                                    + "\r\nContent-Length: 1000000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.write(bytes, 0, 400_000);
            out.flush();
        }
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () ->
                                head(clerk, upload)
                                        .header("Upload-Offset")
                                        .equals(java.util.Optional.of("400000")));

        Answer done = patch(clerk, upload, 400_000, Arrays.copyOfRange(bytes, 400_000, 1_000_000));

        assertThat(content(done)).isEqualTo(bytes);
    }

    @Test
    void letsOneOfTwoPatchesAtTheSamePlaceWin() throws Exception {
        byte[] bytes = bytes(2_000_000);
        String upload = begin(clerk, bytes.length, "filename", "同时.bin", "dossierId", dossier);
        byte[] half = Arrays.copyOf(bytes, 1_000_000);
        var one = CompletableFuture.supplyAsync(() -> patch(clerk, upload, 0, half).status());
        var other = CompletableFuture.supplyAsync(() -> patch(clerk, upload, 0, half).status());

        assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(204, 409);
        assertThat(
                        content(
                                patch(
                                        clerk,
                                        upload,
                                        1_000_000,
                                        Arrays.copyOfRange(bytes, 1_000_000, 2_000_000))))
                .isEqualTo(bytes);
        awaitNothingLeft();
    }

    @Test
    void doesNotExistForOthers() {
        TestClient gm = TestClient.as("head", port);
        String upload = begin(clerk, 10, "filename", "a.bin", "dossierId", dossier);

        assertThat(head(gm, upload).status()).isEqualTo(404);
        assertThat(patch(gm, upload, 0, bytes(10)).slug()).isEqualTo("not-found");
        assertThat(gm.delete(upload, "Tus-Resumable", "1.0.0").slug()).isEqualTo("not-found");
        assertThat(
                        create(
                                        TestClient.as("sales", port),
                                        10,
                                        "filename",
                                        "a.bin",
                                        "dossierId",
                                        dossier)
                                .slug())
                .isEqualTo("not-found");
    }

    @Test
    void removesWhatIsGivenUp() {
        String upload = begin(clerk, 100, "filename", "a.bin", "dossierId", dossier);
        patch(clerk, upload, 0, bytes(50));
        assertThat(arrived()).isNotEmpty();

        assertThat(clerk.delete(upload, "Tus-Resumable", "1.0.0").status()).isEqualTo(204);

        assertThat(head(clerk, upload).status()).isEqualTo(404);
        awaitNothingLeft();
    }

    @Test
    void refusesWhatCannotBecomeAFile() {
        String item = archive.item(dossier, "x").id();
        assertThat(create(clerk, 0, "filename", "a.bin", "itemId", item).slug())
                .isEqualTo("file-empty");
        assertThat(create(clerk, (4L << 30) + 1, "filename", "a.bin", "itemId", item).slug())
                .isEqualTo("file-too-large");
        assertThat(create(clerk, 9, "filename", "../a.bin", "itemId", item).slug())
                .isEqualTo("file-name-refused");
        assertThat(create(clerk, 9, "filename", "a.bin").slug()).isEqualTo("invalid-input");
        assertThat(
                        create(clerk, 9, "filename", "a.bin", "itemId", item, "dossierId", dossier)
                                .slug())
                .isEqualTo("invalid-input");
        assertThat(
                        create(
                                        clerk,
                                        9,
                                        "filename",
                                        "a.bin",
                                        "itemId",
                                        UUID.randomUUID().toString())
                                .slug())
                .isEqualTo("not-found");
        assertThat(
                        create(
                                        clerk,
                                        9,
                                        "filename",
                                        "a.bin",
                                        "dossierId",
                                        dossier,
                                        "documentDate",
                                        "2026-02-30")
                                .slug())
                .isEqualTo("invalid-input");
        assertThat(
                        clerk.send(
                                        "POST",
                                        "/api/uploads",
                                        BodyPublishers.noBody(),
                                        "Upload-Length",
                                        "9")
                                .slug())
                .isEqualTo("unsupported-tus-version");
        String upload = begin(clerk, 9, "filename", "a.bin", "itemId", item);
        assertThat(patch(clerk, upload, 0, bytes(10)).slug()).isEqualTo("file-too-large");
        assertThat(
                        clerk.send(
                                        "PATCH",
                                        upload,
                                        BodyPublishers.ofByteArray(bytes(9)),
                                        "Tus-Resumable",
                                        "1.0.0",
                                        "Upload-Offset",
                                        "0",
                                        "Content-Type",
                                        "text/plain")
                                .slug())
                .isEqualTo("unsupported-media-type");
        assertThat(clerk.get("/api/items/" + item + "/files").json().path("items")).isEmpty();
    }

    @Test
    void keepsNothingOfATruncatedMultipart() throws Exception {
        String item = archive.item(dossier, "x").id();
        String token =
                clerk.post("/api/tokens", TestClient.body().put("name", "测试").put("days", 1))
                        .json()
                        .path("token")
                        .asString();
        long before = contents();
        byte[] body =
                ("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n\r\n"
                                + "x".repeat(100_000))
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] twoParts =
                ("--b\r\n"
                     + "Content-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n\r\n"
                     + "whole\r\n"
                     + "--b\r\n"
                     + "Content-Disposition: form-data; name=\"file\"; filename=\"b.bin\"\r\n\r\n"
                     + "half")
                        .getBytes(StandardCharsets.US_ASCII);

        assertThat(post(item, token, body, body.length))
                .contains(" 400 ")
                .contains("upload-incomplete");
        assertThat(post(item, token, twoParts, twoParts.length))
                .contains(" 400 ")
                .contains("upload-incomplete");
        post(item, token, body, body.length + 5_000);
        assertThat(post(item, token, new byte[0], 5L << 30))
                .contains(" 413 ")
                .contains("file-too-large");

        awaitNothingLeft();
        assertThat(contents()).isEqualTo(before);
        assertThat(clerk.get("/api/items/" + item + "/files").json().path("items")).isEmpty();
    }

    @Test
    void storesSeveralFilesOfOneRequest() {
        String item = archive.item(dossier, "x").id();
        String body =
                Stream.of("一", "二", "三")
                                .map(
                                        n ->
                                                "--b\r\n"
                                                        + "Content-Disposition: form-data;"
                                                        + " name=\"file\"; filename=\""
                                                        + n
                                                        + ".txt\"\r\n\r\n"
                                                        + n
                                                        + "\r\n")
                                .reduce("", String::concat)
                        + "--b--\r\n";

        Answer stored =
                clerk.send(
                        "POST",
                        "/api/items/" + item + "/files",
                        BodyPublishers.ofString(body),
                        "Content-Type",
                        "multipart/form-data; boundary=b");

        assertThat(stored.status()).isEqualTo(201);
        assertThat(stored.json().path("name").asString()).isEqualTo("一.txt");
        assertThat(clerk.get("/api/items/" + item).json().path("files")).hasSize(3);
    }

    @Test
    void findsOutWhatAFileIsAndSays() {
        String item = archive.item(dossier, "纪要").id();
        String file = archive.file(item, "纪要.txt", "客户来访纪要：鉴湖酿酒").id();

        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                clerk.get("/api/files/" + file)
                                        .json()
                                        .path("examination")
                                        .asString()
                                        .equals("DONE"));

        assertThat(clerk.get("/api/files/" + file + "/text").json().path("text").asString())
                .contains("鉴湖酿酒");
        var findings = clerk.get("/api/files/" + file + "/findings").json();
        assertThat(findings.path("state").asString()).isEqualTo("DONE");
        assertThat(findings.path("findings"))
                .extracting(f -> f.path("code").asString())
                .contains("READABLE");
        assertThat(findings.path("format").path("mime").asString()).startsWith("text/plain");
        long plain =
                jdbc.sql(
                                "select count(*) from examination_report where findings::text like"
                                        + " '%鉴湖酿酒%'")
                        .query(Long.class)
                        .single();
        assertThat(plain).isZero();
    }

    @Test
    void keepsNothingReadableOnDisk() throws Exception {
        String item = archive.item(dossier, "x").id();
        String secret = "不可见 " + UUID.randomUUID();
        archive.file(item, "a.txt", secret.repeat(100));

        try (Stream<Path> files = Files.walk(settings.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .doesNotContain(secret);
            }
        }
    }

    private Answer create(TestClient client, long length, String... metadata) {
        StringBuilder header = new StringBuilder();
        for (int i = 0; i < metadata.length; i += 2) {
            header.append(i == 0 ? "" : ",")
                    .append(metadata[i])
                    .append(' ')
                    .append(
                            Base64.getEncoder()
                                    .encodeToString(
                                            metadata[i + 1].getBytes(StandardCharsets.UTF_8)));
        }
        return client.send(
                "POST",
                "/api/uploads",
                BodyPublishers.noBody(),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                "" + length,
                "Upload-Metadata",
                header.toString());
    }

    private String begin(TestClient client, long length, String... metadata) {
        Answer begun = create(client, length, metadata);
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        return begun.header("Location").orElseThrow();
    }

    private static Answer patch(TestClient client, String upload, long offset, byte[] bytes) {
        return client.send(
                "PATCH",
                upload,
                BodyPublishers.ofByteArray(bytes),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Offset",
                "" + offset,
                "Content-Type",
                OCTETS);
    }

    private static Answer head(TestClient client, String upload) {
        return client.send("HEAD", upload, BodyPublishers.noBody(), "Tus-Resumable", "1.0.0");
    }

    private byte[] content(Answer done) {
        assertThat(done.status()).as(done.text()).isEqualTo(204);
        return clerk.get("/api/files/" + done.header("Kedang-File").orElseThrow() + "/content")
                .raw()
                .body();
    }

    private String post(String item, String token, byte[] body, long announced) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /api/items/"
                                    + item
                                    + "/files HTTP/1.1\r\n"
                                    + "Host: 127.0.0.1\r\n"
                                    + "Connection: close\r\n"
                                    + "Authorization: Bearer "
                                    + token
                                    + "\r\n"
                                    + "Content-Type: multipart/form-data; boundary=b\r\n"
                                    + "Content-Length: "
                                    + announced
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            socket.shutdownOutput();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    /** Texts of files that are being examined pass through here too, so it may take a moment. */
    private void awaitNothingLeft() {
        await().atMost(Duration.ofSeconds(10)).until(() -> arrived().isEmpty());
    }

    private List<Path> arrived() {
        return incoming().stream().filter(file -> !earlier.contains(file)).toList();
    }

    private List<Path> incoming() {
        try (Stream<Path> files = Files.list(settings.folder().resolve("incoming"))) {
            return files.toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private long contents() {
        return jdbc.sql(
                        "select count(*) from content c where not exists (select 1 from rendition r"
                                + " where r.content_id = c.id)")
                .query(Long.class)
                .single();
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
