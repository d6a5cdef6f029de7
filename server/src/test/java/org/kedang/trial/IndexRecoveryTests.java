package org.kedang.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.TestClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The index catches up with everything that was acknowledged, whatever happened to the server or to
 * its files.
 */
class IndexRecoveryTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String WITHOUT_INDEXING =
            "--spring.jpa.properties.hibernate.search.coordination.event_processor.enabled=false";

    @TempDir Path data;

    @Test
    void findsWhatWasAcknowledgedWhileIndexingStoodStillAndJustBeforeAKillWithBrokenFiles()
            throws IOException {
        try (ServerProcess server = new ServerProcess(data, WITHOUT_INDEXING)) {
            server.awaitIndexed();
            String waiting = register(server, "waitingjianhu");
            ServerProcess.pause(Duration.ofSeconds(2));
            assertThat(isFound(TestClient.as("clerk", server.port()), "waitingjianhu", waiting))
                    .isFalse();
            server.killEverything();

            server.restart();
            awaitFound(server, "waitingjianhu", waiting);
            String killed = register(server, "killedjianhu");
            server.killEverything();

            breakIndex();
            server.restart();
            awaitFound(server, "killedjianhu", killed);
            awaitFound(server, "waitingjianhu", waiting);
            assertThat(server.log()).contains("cannot be opened; it is put aside and built anew");
        }
    }

    private static String register(ServerProcess server, String name) {
        var made =
                TestClient.as("clerk", server.port())
                        .post(
                                "/api/customers",
                                TestClient.body().put("type", "ORGANISATION").put("name", name));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.id();
    }

    private static boolean isFound(TestClient clerk, String words, String id) {
        return clerk.get("/api/search?q=" + words).text().contains(id);
    }

    private static void awaitFound(ServerProcess server, String words, String id) {
        TestClient clerk = TestClient.as("clerk", server.port());
        Instant end = Instant.now().plus(PATIENCE);
        while (!isFound(clerk, words, id)) {
            assertThat(Instant.now()).as(server.log()).isBefore(end);
            ServerProcess.pause(Duration.ofMillis(200));
        }
    }

    private void breakIndex() throws IOException {
        Path index = data.resolve("index/lucene/Customer");
        List<Path> files;
        try (Stream<Path> all = Files.list(index)) {
            files =
                    all.filter(file -> file.getFileName().toString().startsWith("segments_"))
                            .toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            Files.writeString(file, "broken");
        }
    }
}
