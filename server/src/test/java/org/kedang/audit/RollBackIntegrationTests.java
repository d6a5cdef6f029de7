package org.kedang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.audit.Sealer.Outcome;
import org.kedang.audit.Standing.Cause;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Whoever loads an old backup, or changes what was published, is found out. */
class RollBackIntegrationTests {
    private static final Actor AUDITOR =
            Actor.named(new UUID(0, 9), "auditor", "吴桐", new UUID(0, 0), Actor.Connection.INSIDE);
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

    private SealingSettings settings() {
        return SealingFixture.settings(folder).sendingTo(null, null, null);
    }

    private CheckpointFile file() {
        return new CheckpointFile(settings(), false);
    }

    /** A running server with ten sealed events of which a backup exists, and five more. */
    private Sealing sealed() {
        Sealing sealing = database.sealing(settings());
        database.keep(10);
        sealAll(sealing);
        database.keep(5);
        sealAll(sealing);
        assertThat(newestSize()).isEqualTo(15);
        assertThat(publishedSize()).isEqualTo(15);
        return sealing;
    }

    private static void sealAll(Sealing sealing) {
        while (sealing.tick() == Outcome.MORE) {
            Thread.onSpinWait();
        }
    }

    private static long newestSize() {
        return database.checkpoints().findNewest().map(KeptCheckpoint::size).orElse(0L);
    }

    private long publishedSize() {
        return file().findLast().orElseThrow().checkpoint().size();
    }

    private static long count(Act act) {
        return database.jdbc()
                .sql("select count(*) from audit_event where act = :act")
                .param("act", act.slug())
                .query(Long.class)
                .single();
    }

    @Test
    void publishesWhatItSealed() throws Exception {
        sealed();

        ByteArrayOutputStream published = new ByteArrayOutputStream();
        file().copyTo(published);
        String text = published.toString(StandardCharsets.UTF_8);
        List<String> notes =
                database.checkpoints().listUpTo(15, 9).reversed().stream()
                        .map(KeptCheckpoint::note)
                        .toList();
        assertThat(text).isEqualTo(String.join("\n", notes) + "\n");
    }

    @Test
    void standsStillWhenABackupIsLoadedUnderIt() {
        Sealing sealing = sealed();
        database.restoreTo(10);
        sealAll(sealing);

        assertThat(sealing.standing())
                .get()
                .satisfies(
                        found -> {
                            assertThat(found.cause()).isEqualTo(Cause.ROLLED_BACK);
                            assertThat(found.published().size()).isEqualTo(15);
                        });
        database.keep(3);
        sealAll(sealing);
        assertThat(newestSize()).isEqualTo(10);
        assertThat(count(SealingAct.ROLL_BACK_FOUND)).isEqualTo(1);
    }

    @Test
    void standsStillWhenStartedOnABackup() {
        sealed().close();
        database.restoreTo(10);
        Sealing restarted = database.sealing(settings());
        sealAll(restarted);

        assertThat(restarted.standing())
                .get()
                .extracting(Standing::cause)
                .isEqualTo(Cause.ROLLED_BACK);
    }

    /** Grown beyond the published size again, only the root tells. */
    @Test
    void standsStillWhenTheBackupHasGrownMeanwhile() {
        sealed().close();
        database.restoreTo(10);
        database.keep(20);
        Sealer elsewhere = database.sealer(settings());
        while (elsewhere.seal() != Outcome.ALL) {
            Thread.onSpinWait();
        }
        Sealing restarted = database.sealing(settings());
        sealAll(restarted);

        assertThat(newestSize()).isGreaterThan(15);
        assertThat(restarted.standing())
                .get()
                .extracting(Standing::cause)
                .isEqualTo(Cause.DIFFERENT);
    }

    @Test
    void standsStillWhenThePublishedFileWasForged() throws Exception {
        Sealing sealing = sealed();
        try (var files = Files.list(folder.resolve("checkpoints"))) {
            Path published =
                    files.filter(one -> one.endsWith(CheckpointFile.name(Instant.now())))
                            .findFirst()
                            .orElseThrow();
            Files.writeString(published, Files.readString(published).replace("\n15\n", "\n10\n"));
        }
        sealAll(sealing);

        assertThat(sealing.standing()).get().extracting(Standing::cause).isEqualTo(Cause.FORGED);
    }

    @Test
    void goesOnWhenTheRightDatabaseIsBack() {
        Sealing sealing = sealed();
        database.asOwner("create table aside as select * from audit_checkpoint where size > 10");
        database.asOwner("delete from audit_checkpoint where size > 10");
        sealAll(sealing);
        assertThat(sealing.standing()).isPresent();
        database.asOwner("insert into audit_checkpoint select * from aside; drop table aside");
        sealAll(sealing);

        assertThat(sealing.standing()).isEmpty();
        assertThat(newestSize()).isGreaterThan(15);
    }

    @Test
    void goesOnAfterAnAuditorConfirmedTheRestoreAndLosesNoEvent() {
        Sealing sealing = sealed();
        database.restoreTo(10);
        sealAll(sealing);
        database.keep(3);

        sealing.confirmRestore(AUDITOR, "演练恢复");
        sealAll(sealing);
        sealAll(sealing);

        assertThat(sealing.standing()).isEmpty();
        // ten of the backup, three new, one that tells of the roll-back, one of its confirmation
        assertThat(newestSize()).isEqualTo(15);
        assertThat(publishedSize()).isEqualTo(15);
        assertThat(database.sealedEvents().after(9, 10))
                .extracting(SealedEvent::event)
                .filteredOn(event -> event.act().equals(SealingAct.RESTORE_CONFIRMED.slug()))
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.reason()).isEqualTo("演练恢复");
                            assertThat(event.actorUserName()).isEqualTo("auditor");
                            assertThat(event.changes().getLast().before()).startsWith("15/");
                            assertThat(event.changes().getLast().after()).startsWith("10/");
                        });
    }

    @Test
    void goesOnFromNothingWhenTheBackupHadNoSealYet() {
        Sealing sealing = sealed();
        database.restoreTo(0);
        sealAll(sealing);
        sealing.confirmRestore(AUDITOR, "重新建库");
        sealAll(sealing);
        sealAll(database.sealing(settings()));

        assertThat(sealing.standing()).isEmpty();
        assertThat(newestSize()).isEqualTo(2);
    }

    @Test
    void refusesAConfirmationOfNothing() {
        Sealing sealing = sealed();

        assertThatThrownBy(() -> sealing.confirmRestore(AUDITOR, "无"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.type())
                                        .isEqualTo(SealingProblem.NOTHING_TO_CONFIRM));
        assertThat(count(SealingAct.RESTORE_CONFIRMED)).isZero();
    }

    /** A crash in the middle of an append leaves a piece that the next one must not build upon. */
    @Test
    void passesOverANoteThatWasCutOff() throws Exception {
        sealed().close();
        SignedNote last = file().findLast().orElseThrow();
        try (var files = Files.list(folder.resolve("checkpoints"))) {
            Path published =
                    files.filter(one -> one.endsWith(CheckpointFile.name(Instant.now())))
                            .findFirst()
                            .orElseThrow();
            Files.writeString(
                    published, Files.readString(published) + last.toString().substring(0, 80));
        }
        assertThat(file().findLast()).contains(last);
        Sealing restarted = database.sealing(settings());
        database.keep(1);
        sealAll(restarted);

        assertThat(restarted.standing()).isEmpty();
        assertThat(publishedSize()).isEqualTo(newestSize()).isEqualTo(16);
    }
}
