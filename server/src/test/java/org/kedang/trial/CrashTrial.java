package org.kedang.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Kills everything with SIGKILL while 200 uploads run. What was acknowledged must be there, whole
 * and found by its words; what was not must be there whole or not at all. The full form crashes
 * twenty times.
 */
class CrashTrial {
    private static final int CRASHES = "full".equals(System.getProperty("kedang.trial")) ? 20 : 2;
    private static final int UPLOADS = 200;
    private static final int ITEMS = 10;
    private static final Duration UPLOADED_WITHIN = Duration.ofSeconds(60);
    private static final Duration FOUND_WITHIN = Duration.ofMinutes(4);

    /** An upload that was answered with 201. */
    private record Acknowledged(String fileId, String sha256, String word) {}

    private final Random random = new Random(20261122);
    private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final List<String> items = new ArrayList<>();

    @Test
    void losesNoAcknowledgedUploadAndKeepsNoHalfOne(@TempDir Path data) throws IOException {
        try (ServerProcess server = new ServerProcess(data)) {
            fileItems(TestClient.as("clerk", server.port()));
            for (int crash = 0; crash < CRASHES; crash++) {
                int before = acknowledged.size();
                uploadUntilKilled(server, crash);
                server.restart();
                TestClient clerk = TestClient.as("clerk", server.port());
                checkEveryFileIsWhole(clerk);
                assertThat(leftovers(data)).as("half files after crash %d", crash).isEmpty();
                System.out.printf(
                        "crash %d: %d of %d uploads acknowledged, all whole%n",
                        crash + 1, acknowledged.size() - before, UPLOADS);
            }
            awaitAllFound(TestClient.as("clerk", server.port()));
            assertThat(acknowledged)
                    .as(
                            "the crashes must come while uploads are acknowledged; refused: %s",
                            refused)
                    .isNotEmpty();
        }
    }

    private void fileItems(TestClient clerk) {
        Answer customer =
                clerk.post(
                        "/api/customers", body().put("type", "ORGANISATION").put("name", "断电试验客户"));
        Answer dossier =
                clerk.post(
                        "/api/dossiers",
                        body().put("customerId", customer.id()).put("title", "断电试验案卷"));
        for (int i = 0; i < ITEMS; i++) {
            Answer item =
                    clerk.post(
                            "/api/dossiers/" + dossier.id() + "/items",
                            body().put("title", "断电试验 " + i).put("documentDate", "2026-11-22"));
            assertThat(item.status()).as(item.text()).isEqualTo(201);
            items.add(item.id());
        }
    }

    private void uploadUntilKilled(ServerProcess server, int crash) {
        TestClient clerk = TestClient.as("clerk", server.port());
        int enough = acknowledged.size() + 1 + random.nextInt(UPLOADS - 20);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < UPLOADS; i++) {
                String name = "c%du%d.txt".formatted(crash, i);
                byte[] content = content(name, random.nextInt(200_000));
                String item = items.get(i % ITEMS);
                people.submit(() -> upload(clerk, item, name, content));
            }
            awaitAcknowledged(enough);
            server.killEverything();
        }
    }

    /** The crash comes somewhere among the uploads, on a fast machine and on a slow one. */
    private void awaitAcknowledged(int enough) {
        Instant limit = Instant.now().plus(UPLOADED_WITHIN);
        while (acknowledged.size() < enough && Instant.now().isBefore(limit)) {
            ServerProcess.pause(Duration.ofMillis(2));
        }
    }

    private void upload(TestClient clerk, String item, String name, byte[] content) {
        try {
            Answer answer = clerk.upload("/api/items/" + item + "/files", name, content);
            if (answer.status() == 201) {
                acknowledged.put(name, new Acknowledged(answer.id(), sha256(content), word(name)));
            } else {
                refused.put(name, answer.text());
            }
        } catch (UncheckedIOException e) {
            assertThat(e)
                    .as("the connection breaks when the server is killed")
                    .hasCauseInstanceOf(IOException.class);
        }
    }

    private static String word(String name) {
        return "zq" + name.replace(".txt", "x");
    }

    private static byte[] content(String name, int padding) {
        String text = "验收单 " + word(name) + " 甲方已签收。\n" + (name + " 明细 \n").repeat(padding / 20);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Every file that is listed, acknowledged or not, has the bytes that its digest promises. */
    private void checkEveryFileIsWhole(TestClient clerk) {
        Map<String, String> present = new ConcurrentHashMap<>();
        for (String item : items) {
            for (JsonNode file : clerk.get("/api/items/" + item + "/files").json().path("items")) {
                byte[] content =
                        clerk.get("/api/files/" + file.path("id").asString() + "/content")
                                .raw()
                                .body();
                assertThat(sha256(content)).isEqualTo(file.path("sha256").asString());
                present.put(file.path("id").asString(), file.path("sha256").asString());
            }
        }
        acknowledged
                .values()
                .forEach(file -> assertThat(present).containsEntry(file.fileId(), file.sha256()));
    }

    /**
     * What lies in {@code incoming} and stays: texts of files just examined pass through it for a
     * moment.
     */
    private static List<Path> leftovers(Path data) throws IOException {
        List<Path> seen = incoming(data);
        ServerProcess.pause(Duration.ofSeconds(seen.isEmpty() ? 0 : 3));
        List<Path> still = incoming(data);
        return seen.stream().filter(still::contains).toList();
    }

    private static List<Path> incoming(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("content/incoming"))) {
            return files.toList();
        }
    }

    private void awaitAllFound(TestClient clerk) {
        Instant limit = Instant.now().plus(FOUND_WITHIN);
        Deque<Acknowledged> missing = new ArrayDeque<>(acknowledged.values());
        // one after the other: asking for all of them again and again would keep the server from
        // its work
        while (!missing.isEmpty() && Instant.now().isBefore(limit)) {
            if (isFound(clerk, missing.getFirst())) {
                missing.removeFirst();
            } else {
                ServerProcess.pause(Duration.ofMillis(500));
            }
        }
        assertThat(missing).as("acknowledged files that search does not find").isEmpty();
    }

    private static boolean isFound(TestClient clerk, Acknowledged file) {
        return clerk.get("/api/search?type=FILE&q=" + file.word()).text().contains(file.fileId());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
