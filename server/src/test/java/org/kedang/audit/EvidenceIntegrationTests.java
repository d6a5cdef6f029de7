package org.kedang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kedang.TestClient.body;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.TestClient;
import org.kedang.TestClient.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** What an auditor can ask for, in the running application with its clock. */
@IntegrationTest
class EvidenceIntegrationTests {
    @LocalServerPort int port;
    @Autowired JdbcClient jdbc;
    @Autowired NoteKeys keys;

    private TestClient auditor;

    @BeforeEach
    void signIn() {
        auditor = TestClient.as("auditor", port);
    }

    /** The newest event, once it is sealed; measured, because two seconds are promised. */
    private UUID sealedEvent() throws InterruptedException {
        auditor.get("/api/audit/events?size=1");
        UUID event =
                jdbc.sql("select id from audit_event order by at desc, id desc limit 1")
                        .query(UUID.class)
                        .single();
        Instant limit = Instant.now().plus(Duration.ofSeconds(30));
        while (jdbc.sql("select count(*) from audit_leaf where event_id = :id")
                        .param("id", event)
                        .query(Long.class)
                        .single()
                == 0) {
            assertThat(Instant.now()).as("sealed").isBefore(limit);
            Thread.sleep(50);
        }
        return event;
    }

    private static List<byte[]> hashes(JsonNode list) {
        List<byte[]> hashes = new ArrayList<>();
        list.forEach(one -> hashes.add(Base64.getDecoder().decode(one.asString())));
        return hashes;
    }

    /** RFC 9162, section 2.1.3.2. */
    private static byte[] root(long index, long size, byte[] leaf, List<byte[]> path) {
        TreeHash hash = new TreeHash();
        long fn = index;
        long sn = size - 1;
        byte[] root = leaf;
        for (byte[] sibling : path) {
            if ((fn & 1) == 1 || fn == sn) {
                root = hash.node(sibling, root);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                root = hash.node(root, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return root;
    }

    @Test
    void provesAnEventWithoutTellingWhatItIsAbout() throws Exception {
        UUID event = sealedEvent();
        JsonNode proof = auditor.get("/api/audit/events/" + event + "/proof").json();
        SignedNote note = SignedNote.parse(proof.path("note").asString());

        assertThat(proof.path("intact").asBoolean()).isTrue();
        assertThat(note.isSignedBy(keys.all())).isTrue();
        assertThat(note.checkpoint().size()).isEqualTo(proof.path("size").asLong());
        assertThat(
                        root(
                                proof.path("index").asLong(),
                                proof.path("size").asLong(),
                                Base64.getDecoder().decode(proof.path("leafHash").asString()),
                                hashes(proof.path("path"))))
                .isEqualTo(note.checkpoint().root());
        assertThat(proof.propertyNames())
                .containsExactlyInAnyOrder(
                        "eventId", "index", "size", "leafHash", "path", "intact", "note");
    }

    @Test
    void provesThatTheLogOnlyGrew() throws Exception {
        sealedEvent();
        sealedEvent();
        JsonNode checkpoints = auditor.get("/api/audit/checkpoints").json().path("items");
        long to = checkpoints.path(0).path("size").asLong();
        long from = checkpoints.path(1).path("size").asLong();
        JsonNode proof = auditor.get("/api/audit/consistency?from=" + from + "&to=" + to).json();

        assertThat(from).isLessThan(to);
        assertThat(hashes(proof.path("path")))
                .isNotEmpty()
                .allSatisfy(hash -> assertThat(hash).hasSize(32));
        assertThat(proof.path("fromNote").asString())
                .isEqualTo(checkpoints.path(1).path("note").asString());
        assertThat(auditor.get("/api/audit/consistency?from=1&to=999999999").slug())
                .isEqualTo("no-such-checkpoint");
    }

    @Test
    void tellsHowTheSealIs() throws Exception {
        sealedEvent();
        JsonNode state = auditor.get("/api/audit/evidence").json();

        assertThat(state.path("size").asLong()).isPositive();
        assertThat(state.path("keys").path(0).path("vkey").asString())
                .isEqualTo(keys.all().getFirst().vkey());
        assertThat(state.path("standing").isMissingNode()).isTrue();
        assertThat(state.path("failure").isMissingNode()).isTrue();
        assertThat(state.path("channels").findValuesAsString("channel"))
                .containsExactlyInAnyOrder("WEBHOOK", "MAIL", "TIME_STAMP");
        assertThat(state.path("channels").findValues("on"))
                .allSatisfy(on -> assertThat(on.asBoolean()).isFalse());
    }

    @Test
    void handsOutKeyAndPublishedCheckpoints() throws Exception {
        sealedEvent();
        Answer key = auditor.get("/api/audit/key");
        assertThat(key.text()).endsWith(keys.newest().vkey() + "\n");
        assertThat(key.header("Content-Disposition")).get().asString().contains(".vkey");

        Instant limit = Instant.now().plusSeconds(30);
        while (auditor.get("/api/audit/checkpoints/file").text().isEmpty()) {
            assertThat(Instant.now()).isBefore(limit);
            Thread.sleep(200);
        }
        String file = auditor.get("/api/audit/checkpoints/file").text();
        SignedNote first =
                SignedNote.parse(file.substring(0, file.indexOf("\n\n", file.indexOf("\n— ")) + 1));
        assertThat(first.isSignedBy(keys.all())).isTrue();
    }

    @Test
    void saysThatAllIsWellOnTheHealthPage() throws Exception {
        sealedEvent();
        JsonNode lines = TestClient.as("sysadmin", port).get("/api/health").json().path("items");

        assertThat(lines)
                .filteredOn(line -> line.path("code").asString().equals("audit-seal"))
                .singleElement()
                .satisfies(line -> assertThat(line.path("state").asString()).isEqualTo("OK"));
    }

    @Test
    void refusesWhatCannotBeProvenOrConfirmed() {
        assertThat(auditor.get("/api/audit/events/" + UUID.randomUUID() + "/proof").status())
                .isEqualTo(404);
        assertThat(auditor.get("/api/audit/checkpoints/1/time-stamp").status()).isEqualTo(404);
        Answer nothing =
                auditor.post("/api/audit/restore-confirmations", body().put("reason", "没有恢复过"));
        assertThat(nothing.status()).as(nothing.text()).isEqualTo(409);
        assertThat(nothing.slug()).isEqualTo("no-restore-to-confirm");
        assertThat(
                        auditor.post(
                                        "/api/audit/checkpoint-publications",
                                        body().put("reason", "没有缺失"))
                                .slug())
                .isEqualTo("no-checkpoints-missing");
        assertThat(auditor.post("/api/audit/keys", body().put("reason", " ")).slug())
                .isEqualTo("invalid-input");
        assertThat(
                        auditor.post("/api/audit/restore-confirmations", body().put("reason", ""))
                                .slug())
                .isEqualTo("invalid-input");
    }

    @Test
    void isForAuditorsOnly() {
        TestClient clerk = TestClient.as("clerk", port);
        for (String path :
                List.of(
                        "/api/audit/evidence",
                        "/api/audit/checkpoints",
                        "/api/audit/checkpoints/file",
                        "/api/audit/key",
                        "/api/audit/consistency?from=1&to=2")) {
            assertThat(clerk.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(
                        TestClient.as("sysadmin", port)
                                .post(
                                        "/api/audit/restore-confirmations",
                                        body().put("reason", "管理员自己确认"))
                                .status())
                .isEqualTo(403);
    }
}
