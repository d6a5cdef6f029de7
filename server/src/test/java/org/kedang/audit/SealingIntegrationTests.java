package org.kedang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.audit.Sealer.Outcome;
import org.kedang.kernel.Actor;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sealers against a PostgreSQL of their own, without the application's clock. */
class SealingIntegrationTests {
    private static LogDatabase database;

    @TempDir Path folder;

    @BeforeAll
    static void start() {
        database = new LogDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.empty();
    }

    private Sealer sealer() {
        return sealer(1000);
    }

    private Sealer sealer(int batch) {
        return database.sealer(SealingFixture.settings(folder).batch(batch));
    }

    private static void sealAll(Sealer sealer) {
        while (sealer.seal() != Outcome.ALL) {
            Thread.onSpinWait();
        }
    }

    /** Each kept event has one leaf, in a row without gaps, and the checkpoint's root is theirs. */
    private void assertAllSealed(Set<UUID> kept) {
        List<SealedEvent> sealed = database.sealedEvents().after(-1, 1_000_000);
        assertThat(sealed).hasSize(kept.size());
        Set<UUID> ids = new HashSet<>();
        Frontier tree = new Frontier((level, index, hash) -> {});
        TreeHash hash = new TreeHash();
        for (SealedEvent one : sealed) {
            assertThat(one.index()).isEqualTo(ids.size());
            ids.add(one.event().id());
            tree.append(hash.leaf(EventLine.of(one.event())));
        }
        assertThat(ids).isEqualTo(kept);
        Checkpoint newest = database.checkpoints().findNewest().orElseThrow().checkpoint();
        assertThat(newest.size()).isEqualTo(kept.size());
        assertThat(newest.root()).isEqualTo(tree.root());
        assertThat(new Tree(kept.size(), new StoredNodes(database.jdbc())).root())
                .isEqualTo(tree.root());
    }

    @Test
    void sealsNothingWhenThereIsNothing() {
        assertThat(sealer().seal()).isEqualTo(Outcome.ALL);
        assertThat(database.checkpoints().findNewest()).isEmpty();
    }

    @Test
    void signsEachBatch() {
        database.keep(3);
        Sealer sealer = sealer();
        sealAll(sealer);
        database.keep(2);
        sealAll(sealer);
        sealAll(sealer);

        List<NoteKey> keys = database.keys(SealingFixture.settings(folder).build()).all();
        assertThat(database.checkpoints().listUpTo(Long.MAX_VALUE, 10))
                .extracting(KeptCheckpoint::size)
                .containsExactly(5L, 3L);
        assertThat(database.checkpoints().listUpTo(Long.MAX_VALUE, 10))
                .allSatisfy(
                        kept -> {
                            SignedNote note = SignedNote.parse(kept.note());
                            assertThat(note.isSignedBy(keys)).isTrue();
                            assertThat(note.checkpoint().root())
                                    .isEqualTo(kept.checkpoint().root());
                        });
    }

    /** A transaction that began first and commits last is what numbers and times get wrong. */
    @Test
    void sealsWhatCommitsLate() throws Exception {
        Sealer sealer = sealer();
        Set<UUID> kept = new HashSet<>();
        try (Connection early = database.connect()) {
            early.setAutoCommit(false);
            kept.add(database.keep(early));
            kept.addAll(database.keep(2));
            sealer.seal();
            assertThat(database.checkpoints().findNewest().orElseThrow().size()).isEqualTo(2);
            kept.addAll(database.keep(1));
            sealer.seal();
            early.commit();
        }
        sealer.seal();

        assertAllSealed(kept);
    }

    @Test
    void sealsNothingThatWasRolledBack() throws Exception {
        Sealer sealer = sealer();
        try (Connection undecided = database.connect()) {
            undecided.setAutoCommit(false);
            database.keep(undecided);
            sealer.seal();
            undecided.rollback();
        }
        Set<UUID> kept = database.keep(1);
        sealer.seal();

        assertAllSealed(kept);
    }

    @Test
    void worksOffABacklogInBatches() throws Exception {
        Sealer sealer = sealer(100);
        Set<UUID> kept = new HashSet<>(database.keep(10));
        sealAll(sealer);
        try (Connection late = database.connect()) {
            late.setAutoCommit(false);
            kept.add(database.keep(late));
            kept.addAll(database.keep(350));
            assertThat(sealer.seal()).isEqualTo(Outcome.MORE);
            late.commit();
            kept.addAll(database.keep(5));
        }
        sealAll(sealer(100));

        assertAllSealed(kept);
    }

    @Test
    void endsABacklogThatFillsItsLastBatch() {
        Sealer sealer = sealer(100);
        Set<UUID> kept = new HashSet<>(database.keep(200));
        sealAll(sealer);
        kept.addAll(database.keep(101));
        sealAll(sealer);
        kept.addAll(database.keep(100));
        sealAll(sealer);

        assertAllSealed(kept);
        assertThat(sealer.seal()).isEqualTo(Outcome.ALL);
    }

    /** A dump loaded elsewhere brings transaction numbers that mean nothing there. */
    @Test
    void goesOnAfterADumpWasLoadedIntoAnotherCluster() {
        Set<UUID> kept = new HashSet<>(database.keep(5));
        sealAll(sealer());
        kept.addAll(database.keep(3));
        database.pretendAnotherCluster();
        sealAll(sealer());
        kept.addAll(database.keep(3));
        sealAll(sealer());

        assertAllSealed(kept);
    }

    /** Many writers, some long, some rolled back; three sealers at once with small batches. */
    @Test
    void skipsNothingAndTakesNothingTwice() throws Exception {
        Set<UUID> kept = ConcurrentHashMap.newKeySet();
        AtomicBoolean writing = new AtomicBoolean(true);
        List<Future<?>> sealers = new ArrayList<>();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            for (int i = 0; i < 3; i++) {
                Sealer sealer = sealer(40);
                sealers.add(
                        threads.submit(
                                () -> {
                                    while (writing.get()) {
                                        sealer.seal();
                                    }
                                }));
            }
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Random random = new Random(i);
                writers.add(threads.submit(() -> write(kept, random)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);
            for (Future<?> sealer : sealers) {
                sealer.get();
            }
        }
        sealAll(sealer(1000));

        assertThat(kept).hasSizeGreaterThan(500);
        assertAllSealed(kept);
    }

    private static Void write(Set<UUID> kept, Random random) throws Exception {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < 60; i++) {
                Set<UUID> own = new HashSet<>();
                for (int n = random.nextInt(5); n >= 0; n--) {
                    own.add(database.keep(connection));
                }
                Thread.sleep(random.nextInt(10) == 0 ? 50 : random.nextInt(3));
                if (random.nextInt(5) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    kept.addAll(own);
                }
            }
        }
        return null;
    }

    /** Killing the connection in the middle of the batch is what a killed server looks like. */
    @Test
    void leavesNothingHalfWhenKilled() {
        Set<UUID> kept = new HashSet<>(database.keep(5));
        sealAll(sealer());
        kept.addAll(database.keep(500));

        database.killNextCheckpoint();
        assertThatThrownBy(() -> sealer().seal()).isInstanceOf(RuntimeException.class);
        assertThat(database.leaves()).isEqualTo(5);
        database.killNoMore();
        sealAll(sealer());

        assertAllSealed(kept);
    }

    @Test
    void stopsWhenTheTreeWasChanged() {
        database.keep(5);
        sealAll(sealer());
        database.asOwner("update audit_leaf set hash = sha256('x') where index = 3");
        database.keep(1);

        assertThatThrownBy(() -> sealer().seal()).isInstanceOf(TreeDamaged.class);
    }

    /** With a transaction number of its own choosing an event would never be sealed. */
    @Test
    void leavesTheTransactionToTheDatabase() {
        assertThatThrownBy(
                        () ->
                                database.jdbc()
                                        .sql("insert into audit_event (id, tx) values (?, '1')")
                                        .param(UUID.randomUUID())
                                        .update())
                .hasMessageContaining("audit_event")
                .rootCause()
                .hasMessageContaining("permission denied");
        for (String table : List.of("audit_leaf", "audit_node", "audit_checkpoint")) {
            assertThatThrownBy(() -> database.jdbc().sql("delete from " + table).update())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void tellsSealedEventsFromAnyIndexOn() {
        database.keep(10);
        sealAll(sealer());

        assertThat(database.sealedEvents().after(6, 2))
                .extracting(SealedEvent::index)
                .containsExactly(7L, 8L);
        assertThat(database.sealedEvents().after(9, 2)).isEmpty();
    }

    @Test
    void tellsFromMemoryOnlyWhatTheDatabaseHas() {
        RecentLeaves recent = new RecentLeaves(database.jdbc());
        SealingSettings settings = SealingFixture.settings(folder).batch(1000);
        Sealer sealer = database.sealer(settings, recent);
        database.keep(5);
        sealAll(sealer);
        database.keep(3);
        sealAll(sealer);
        List<SealedEvent> kept = database.sealedEvents().after(-1, 100);

        assertThat(recent.after(-1, 100)).hasSize(8).isEqualTo(kept);
        assertThat(recent.after(2, 4)).isEqualTo(kept.subList(3, 7));
        assertThat(recent.after(7, 10)).isEmpty();

        database.restoreTo(5);
        database.keep(4);
        sealAll(database.sealer(settings));

        assertThat(recent.after(4, 100)).isEmpty();
        assertThat(recent.after(-1, 5)).isEqualTo(kept.subList(0, 5));
    }

    /** Odd texts, all of which the database must give back as they were sealed. */
    private static Entry odd(int number) {
        Actor actor =
                new Actor(
                        new UUID(0, number),
                        "clerk" + (char) 1 + "\"\\",
                        number % 2 == 0 ? "" : "张" + Character.toString(0x20bb7),
                        new UUID(0, 0),
                        number % 3 == 0 ? null : "业务部\t经理\r\n",
                        number % 2 == 0 ? List.of() : List.of("CLERK", "ARCHI\"VIST", ""),
                        Set.of(),
                        new Actor.Connection("10.0.0.1", null, "Chrome · é" + (char) 0xd800));
        Entry entry = Entry.of(actor, AuditAct.LOG_READ).reason(" 空格 ");
        return number % 4 == 0 ? entry : entry.subject("customer", new UUID(7, number), "“一”号\b");
    }

    private static byte[] hashOf(SealedEvent one) {
        return new TreeHash().leaf(EventLine.of(one.event()));
    }

    private static byte[] leaf(long index) {
        return database.jdbc()
                .sql("select hash from audit_leaf where index = :index")
                .param("index", index)
                .query(byte[].class)
                .single();
    }

    @Test
    void sealsFromMemoryWhatTheDatabaseGivesBack() {
        database.keep(1);
        sealAll(sealer());
        Audit audit = database.audit();
        for (int i = 0; i < 12; i++) {
            audit.recordRead(odd(i));
        }
        database.keep(2);
        sealAll(sealer());

        assertThat(database.sealedEvents().after(-1, 20))
                .hasSize(15)
                .allSatisfy(one -> assertThat(hashOf(one)).isEqualTo(leaf(one.index())));
    }

    /** Nobody has the second between an event and its seal to change it. */
    @Test
    void sealsWhatWasKeptNotWhatSomebodyMadeOfItMeanwhile() {
        database.keep(1);
        sealAll(sealer());
        database.audit().recordRead(odd(1));
        database.asOwner("update audit_event set actor_user_name = 'somebody'");
        sealAll(sealer());

        SealedEvent told = database.sealedEvents().after(0, 1).getFirst();
        assertThat(told.event().actorUserName()).isEqualTo("somebody");
        assertThat(hashOf(told)).isNotEqualTo(leaf(1));
    }
}
