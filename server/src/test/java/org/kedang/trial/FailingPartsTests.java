package org.kedang.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.kedang.document.TestClamd;
import org.kedang.document.TestDocuments;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What helps the server may fail: it costs the document at hand, and never a stored file. */
class FailingPartsTests {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir Path folder;
    private TestClient clerk;
    private String item;

    @Test
    void takesTheFailureOfWorkersAndScanner() throws IOException {
        assumeTrue(TestClamd.isInstalled(), "clamd is not installed");
        Path data = Files.createDirectory(folder.resolve("data"));
        try (TestClamd clamd = TestClamd.start(Files.createDirectory(folder.resolve("clamd")));
                ServerProcess server =
                        new ServerProcess(
                                data,
                                "--kedang.document.clamd=" + clamd.address(),
                                "--kedang.document.time-limit=100s")) {
            clerk = TestClient.as("clerk", server.port());
            item = item();
            costsACrashOnlyTheDocumentThatIsExamined(server);
            reportsAVirus();
            clamd.close();
            takesNothingWithoutTheScanner();
        }
    }

    private void costsACrashOnlyTheDocumentThatIsExamined(ServerProcess server) throws IOException {
        byte[] endless;
        try (InputStream bytes = TestDocuments.pageWithoutEnd().open()) {
            endless = bytes.readAllBytes();
        }
        String crashing = upload("crashing.pdf", endless);
        await(crashing, "RUNNING", 1);
        String note = upload("note.txt", "纸箱采购洽谈纪要".getBytes(StandardCharsets.UTF_8));
        await(note, "DONE", 1);

        JsonNode failed = findings(crashing);
        Instant end = Instant.now().plus(PATIENCE);
        while (!failed.path("state").asString().equals("FAILED")) {
            assertThat(Instant.now()).as(failed.toString()).isBefore(end);
            server.killBusyWorkers();
            ServerProcess.pause(Duration.ofMillis(200));
            failed = findings(crashing);
        }
        assertThat(failed.path("attempts").asInt()).isEqualTo(2);
        assertThat(codes(failed)).contains("WORKER_CRASHED");
        assertThat(clerk.get("/api/files/" + crashing + "/content").raw().body())
                .isEqualTo(endless);
        String after = upload("after.txt", "之后的来函".getBytes(StandardCharsets.UTF_8));
        await(after, "DONE", 1);
    }

    private void reportsAVirus() {
        String infected =
                upload(
                        "infected.txt",
                        ("附件 " + TestClamd.PATTERN).getBytes(StandardCharsets.UTF_8));

        assertThat(codes(await(infected, "DONE", 1))).contains("VIRUS_FOUND");
    }

    private void takesNothingWithoutTheScanner() {
        int before = clerk.get("/api/items/" + item + "/files").json().path("items").size();

        Answer refused = clerk.upload("/api/items/" + item + "/files", "late.txt", new byte[] {65});

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.slug()).isEqualTo("scanner-down");
        assertThat(clerk.get("/api/items/" + item + "/files").json().path("items").size())
                .isEqualTo(before);
    }

    private String item() {
        String customer =
                made("/api/customers", body().put("type", "ORGANISATION").put("name", "鉴湖酿酒厂"))
                        .id();
        String dossier =
                made("/api/dossiers", body().put("customerId", customer).put("title", "档案")).id();
        return made(
                        "/api/dossiers/" + dossier + "/items",
                        body().put("title", "来函").put("documentDate", "2026-11-22"))
                .id();
    }

    private Answer made(String path, ObjectNode typed) {
        Answer answer = clerk.post(path, typed);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private String upload(String name, byte[] bytes) {
        Answer stored = clerk.upload("/api/items/" + item + "/files", name, bytes);
        assertThat(stored.status()).as(stored.text()).isEqualTo(201);
        return stored.id();
    }

    private JsonNode await(String file, String state, int attempts) {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode found = findings(file);
        while (!found.path("state").asString().equals(state)
                || found.path("attempts").asInt() != attempts) {
            assertThat(Instant.now()).as(found.toString()).isBefore(end);
            ServerProcess.pause(Duration.ofMillis(50));
            found = findings(file);
        }
        return found;
    }

    private JsonNode findings(String file) {
        return clerk.get("/api/files/" + file + "/findings").json();
    }

    private static List<String> codes(JsonNode findings) {
        return findings.path("findings")
                .valueStream()
                .map(finding -> finding.path("code").asString())
                .toList();
    }
}
