package org.kedang.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.kernel.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

@IntegrationTest
class ContentStoreIntegrationTests {
    @Autowired private ContentStore store;
    @Autowired private Keys keys;
    @Autowired private IncomingRecovery recovery;
    @Autowired private SweepingUploads sweeping;
    @Autowired private UploadLedger ledger;
    @Autowired private StorageSettings settings;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;

    @Test
    void keepsWithTheCommit() throws Exception {
        byte[] bytes = bytes(100_000);
        StoredContent content = kept(bytes);

        assertThat(incoming(content.id())).doesNotExist();
        assertThat(shelf(content.id())).exists();
        try (InputStream read = store.stream(content.id())) {
            assertThat(read.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(store.verify(content.id())).isTrue();
    }

    @Test
    void keepsNothingOfARollback() {
        Incoming received = received(bytes(10));
        transaction.executeWithoutResult(
                status -> {
                    store.keep(received);
                    assertThat(shelf(received.content().id())).exists();
                    status.setRollbackOnly();
                });
        received.close();

        assertThat(shelf(received.content().id())).doesNotExist();
        assertThat(incoming(received.content().id())).doesNotExist();
        assertThatThrownBy(() -> store.get(received.content().id()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void touchesNothingWhenACommitFails() {
        Incoming received = received(bytes(10));
        assertThatThrownBy(
                        () ->
                                transaction.executeWithoutResult(
                                        status -> {
                                            store.keep(received);
                                            jdbc.sql(
                                                            "create temp table doubt (x int unique"
                                                                + " deferrable initially deferred)"
                                                                + " on commit drop")
                                                    .update();
                                            jdbc.sql("insert into doubt values (1), (1)").update();
                                        }))
                .isInstanceOf(RuntimeException.class);
        received.close();

        assertThat(incoming(received.content().id()))
                .as("only the database knows, and is asked later")
                .exists();
        recovery.settleOlderThan(Instant.MAX);
        assertThat(incoming(received.content().id())).doesNotExist();
        assertThat(shelf(received.content().id())).doesNotExist();
    }

    @Test
    void destroysTheKeyOfARollbackAndKeepsThatOfACommit() {
        KeyId[] ids = new KeyId[2];
        transaction.executeWithoutResult(status -> ids[0] = keys.create());
        transaction.executeWithoutResult(
                status -> {
                    ids[1] = keys.create();
                    status.setRollbackOnly();
                });

        assertThat(keys.cipher(ids[0])).isNotNull();
        assertThatThrownBy(() -> keys.cipher(ids[1])).hasMessageContaining("does not exist");
    }

    @Test
    void completesAfterACrashWhatWasCommitted() throws Exception {
        StoredContent content = kept(bytes(1_000));
        Files.move(shelf(content.id()), incoming(content.id()));

        recovery.settleOlderThan(Instant.MAX);

        assertThat(incoming(content.id())).doesNotExist();
        assertThat(store.verify(content.id())).isTrue();
    }

    @Test
    void removesAfterACrashWhatWasNot() throws Exception {
        Incoming received = received(bytes(1_000));
        ContentId id = received.content().id();
        store.shelve(id);

        recovery.settleOlderThan(Instant.now().minus(Duration.ofDays(1)));
        assertThat(incoming(id)).as("may be being received right now").exists();
        recovery.settleOlderThan(Instant.MAX);

        assertThat(incoming(id)).doesNotExist();
        assertThat(shelf(id)).doesNotExist();
    }

    @Test
    void leavesPartsOfUploadsUntilTheyExpire() {
        Incoming part = received(bytes(50));
        UUID id = UUID.randomUUID();
        Upload upload =
                new Upload(
                        id,
                        UUID.randomUUID(),
                        part.content().key(),
                        Map.of(),
                        100,
                        java.util.List.of(),
                        null,
                        Instant.now());
        transaction.executeWithoutResult(
                status -> {
                    ledger.add(upload);
                    ledger.addPart(id, 0, part.content(), Instant.now().plusSeconds(60));
                });

        recovery.settleOlderThan(Instant.MAX);
        sweeping.sweep();
        assertThat(incoming(part.content().id())).exists();

        jdbc.sql("update upload set expires_at = ? where id = ?")
                .params(Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC), id)
                .update();
        sweeping.sweep();
        assertThat(incoming(part.content().id())).doesNotExist();
        assertThat(ledger.find(id)).isEmpty();
    }

    @Test
    void noticesDamage() throws Exception {
        StoredContent content = kept(bytes(70_000));
        byte[] onDisk = Files.readAllBytes(shelf(content.id()));
        onDisk[69_000] ^= 1;
        Files.write(shelf(content.id()), onDisk);
        assertThat(store.verify(content.id())).isFalse();

        Files.delete(shelf(content.id()));
        assertThat(store.verify(content.id())).isFalse();
    }

    @Test
    void leavesNothingOfASourceThatBreaksOffOrIsEmpty() {
        KeyId key = keys.create();
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("reset");
                    }
                };
        assertThatThrownBy(() -> store.receive(key, broken, "a"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.type()).isEqualTo(StorageProblem.UPLOAD_INCOMPLETE));
        assertThatThrownBy(() -> store.receive(key, InputStream.nullInputStream(), "a"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.type()).isEqualTo(StorageProblem.FILE_EMPTY));
        try (Incoming received = received(bytes(1))) {
            assertThatThrownBy(() -> store.keep(received))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private StoredContent kept(byte[] bytes) {
        try (Incoming received = received(bytes)) {
            transaction.executeWithoutResult(status -> store.keep(received));
            return received.content();
        }
    }

    private Incoming received(byte[] bytes) {
        return store.receive(keys.create(), new ByteArrayInputStream(bytes), "test");
    }

    private Path incoming(ContentId id) {
        return settings.folder().resolve("incoming").resolve(id.toString());
    }

    private Path shelf(ContentId id) {
        return new ShardedFolder(settings.folder(), 2, "").path(id.value());
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
