package org.kedang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.audit.Sealer.Outcome;
import org.kedang.audit.Standing.Cause;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Lost keys and lost published checkpoints are told, and made good only on purpose. */
class KeyLossIntegrationTests {
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

    /** A running server with ten checkpoints, each of three events, all published. */
    private Sealing sealed() {
        Sealing sealing = database.sealing(settings());
        for (int i = 0; i < 10; i++) {
            database.keep(3);
            sealAll(sealing);
        }
        assertThat(newest().checkpoint().size()).isEqualTo(30);
        return sealing;
    }

    private static void sealAll(Sealing sealing) {
        while (sealing.tick() == Outcome.MORE) {
            Thread.onSpinWait();
        }
    }

    private static SignedNote newest() {
        return SignedNote.parse(database.checkpoints().findNewest().orElseThrow().note());
    }

    private List<Path> keyFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
            return files.sorted().toList();
        }
    }

    private Path published() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("checkpoints"))) {
            return files.filter(one -> one.getFileName().toString().startsWith("checkpoints"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private NoteKeys keys() {
        return database.keys(settings());
    }

    private static Cause cause(Sealing sealing) {
        return sealing.standing().orElseThrow().cause();
    }

    private static long count(Act act) {
        return database.jdbc()
                .sql("select count(*) from audit_event where act = :act")
                .param("act", act.slug())
                .query(Long.class)
                .single();
    }

    @Test
    void standsStillWithoutItsKeyAndGoesOnWhenTheFileIsBack() throws IOException {
        sealed().close();
        Path key = keyFiles().getFirst();
        Path aside = Files.move(key, folder.resolve("aside"));
        Sealing restarted = database.sealing(settings());
        database.keep(2);
        sealAll(restarted);
        sealAll(restarted);

        assertThat(cause(restarted)).isEqualTo(Cause.KEY_LOST);
        assertThat(restarted.failure()).isEmpty();
        assertThat(keyFiles()).isEmpty();
        assertThat(newest().checkpoint().size()).isEqualTo(30);
        assertThat(count(SealingAct.KEY_MISSING_FOUND)).isEqualTo(1);

        Files.move(aside, key);
        sealAll(restarted);
        assertThat(restarted.standing()).isEmpty();
        assertThat(newest().checkpoint().size()).isEqualTo(33);
    }

    @Test
    void noticesTheLossWhileItRuns() throws IOException {
        Sealing sealing = sealed();
        Files.delete(keyFiles().getFirst());
        database.keep(1);
        sealAll(sealing);

        assertThat(cause(sealing)).isEqualTo(Cause.KEY_LOST);
        assertThat(newest().checkpoint().size()).isEqualTo(30);
    }

    /** The old key is there, but it does not sign any more. */
    @Test
    void doesNotFallBackToAnOlderKey() throws IOException {
        Sealing sealing = sealed();
        sealing.startKey(AUDITOR, "每年更换");
        sealAll(sealing);
        assertThat(keyFiles()).hasSize(2);
        Files.delete(keyFiles().getLast());
        Sealing restarted = database.sealing(settings());
        database.keep(1);
        sealAll(restarted);

        assertThat(cause(restarted)).isEqualTo(Cause.KEY_LOST);
    }

    @Test
    void doesNotMakeAKeyWhenTheDatabaseIsNewButCheckpointsWerePublished() throws IOException {
        sealed().close();
        Files.delete(keyFiles().getFirst());
        database.empty();
        Sealing restarted = database.sealing(settings());
        database.keep(1);
        sealAll(restarted);

        assertThat(cause(restarted)).isEqualTo(Cause.ROLLED_BACK);
        assertThat(keyFiles()).isEmpty();
    }

    @Test
    void startsANewKeyAfterALossWhenAnAuditorSaysSo() throws IOException {
        sealed().close();
        NoteKey old = keys().newest();
        Files.delete(keyFiles().getFirst());
        Sealing restarted = database.sealing(settings());
        sealAll(restarted);
        restarted.startKey(AUDITOR, "硬盘损坏，密钥没有备份");
        sealAll(restarted);
        NoteKey young = keys().newest();

        assertThat(restarted.standing()).isEmpty();
        assertThat(young.vkey()).isNotEqualTo(old.vkey());
        assertThat(young.name()).isEqualTo(old.name());
        assertThat(newest().isSignedBy(List.of(young))).isTrue();
        assertThat(file().findLast()).contains(newest());
        assertThat(Files.readAllLines(folder.resolve("checkpoints/keys.txt")))
                .containsExactly(old.vkey(), young.vkey());
        assertThat(keys().known())
                .extracting(KnownKey::generation, KnownKey::by)
                .containsExactly(tuple(1, null), tuple(2, "吴桐"));
        assertThat(database.sealedEvents().after(29, 10))
                .extracting(SealedEvent::event)
                .filteredOn(event -> event.act().equals(SealingAct.KEY_STARTED.slug()))
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.reason()).isEqualTo("硬盘损坏，密钥没有备份");
                            assertThat(event.changes().getFirst().before()).isEqualTo(old.vkey());
                            assertThat(event.changes().getFirst().after()).isEqualTo(young.vkey());
                        });
    }

    /** Who trusts the old key learns of the new one by what the old one has signed. */
    @Test
    void letsTheOldKeySignForTheNewOne() {
        Sealing sealing = sealed();
        NoteKey old = keys().newest();
        sealing.startKey(AUDITOR, "每年更换");
        NoteKey young = keys().newest();
        SignedNote handover = file().findLast().orElseThrow();

        assertThat(handover.checkpoint().size()).isEqualTo(30);
        assertThat(handover.isSignedBy(List.of(old))).isTrue();
        assertThat(handover.isSignedBy(List.of(young))).isTrue();
        sealAll(sealing);
        assertThat(newest().isSignedBy(List.of(old))).isFalse();
        assertThat(newest().isSignedBy(List.of(young))).isTrue();
    }

    /** Or else nobody who trusts the old key could ever come to trust the new one. */
    @Test
    void writesTheNoteOfANewKeyAgain() throws IOException {
        Sealing sealing = sealed();
        sealing.startKey(AUDITOR, "每年更换");
        SignedNote handover = file().findLast().orElseThrow();
        sealAll(sealing);
        String name = published().getFileName().toString();
        Files.delete(published());
        sealAll(sealing);
        assertThat(sealing.gaps()).isNotEmpty();
        assertThat(file().has(name, handover)).isFalse();
        sealing.republish(AUDITOR, "误删，重新发布");
        sealAll(sealing);

        assertThat(sealing.gaps()).isEmpty();
        assertThat(handover.signatures()).hasSize(2);
        assertThat(Files.readString(published())).containsOnlyOnce(handover + "\n");
        assertThat(file().findLast()).contains(newest());
    }

    /** A new key must not cover up that the database is an old one. */
    @Test
    void startsNoKeyWhileTheDatabaseIsNotWhatWasPublished() throws IOException {
        Sealing sealing = sealed();
        Files.delete(keyFiles().getFirst());
        database.restoreTo(15);
        sealAll(sealing);

        assertThat(cause(sealing)).isEqualTo(Cause.ROLLED_BACK);
        assertThatThrownBy(() -> sealing.startKey(AUDITOR, "丢失"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.type())
                                        .isEqualTo(SealingProblem.SEALING_STANDS));
        sealing.confirmRestore(AUDITOR, "演练恢复");
        sealAll(sealing);
        assertThat(cause(sealing)).isEqualTo(Cause.KEY_LOST);
        assertThatThrownBy(() -> sealing.confirmRestore(AUDITOR, "再次确认"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.type()).isEqualTo(SealingProblem.KEY_IS_LOST));
        assertThat(keyFiles()).isEmpty();
    }

    @Test
    void leavesSealingToTheNodeThatHasTheKey() throws IOException {
        Sealing one = sealed();
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Sealing other =
                database.sealing(SealingFixture.settings(elsewhere).sendingTo(null, null, null));
        database.keep(1);
        sealAll(other);
        assertThat(cause(other)).isEqualTo(Cause.KEY_LOST);
        assertThat(other.gaps()).isNotEmpty();
        assertThat(elsewhere.resolve("keys")).doesNotExist();
        sealAll(one);

        assertThat(one.standing()).isEmpty();
        assertThat(one.gaps()).isEmpty();
        assertThat(newest().checkpoint().size()).isGreaterThan(30);
    }

    @Test
    void noticesAnEmptiedFileAndWritesItAgain() throws IOException {
        Sealing sealing = sealed();
        String before = Files.readString(published());
        Files.writeString(published(), "");
        database.keep(2);
        sealAll(sealing);
        sealAll(sealing);

        assertThat(sealing.standing()).isEmpty();
        assertThat(newest().checkpoint().size()).isGreaterThan(30);
        assertThat(sealing.gaps())
                .singleElement()
                .satisfies(
                        gap -> {
                            assertThat(gap.expected()).isEqualTo(before.getBytes().length);
                            assertThat(gap.actual()).isZero();
                        });
        assertThat(Files.readString(published())).isEmpty();
        assertThat(count(SealingAct.CHECKPOINTS_MISSING_FOUND)).isEqualTo(1);

        sealing.republish(AUDITOR, "误删，重新发布");
        sealAll(sealing);
        assertThat(sealing.gaps()).isEmpty();
        assertThat(Files.readString(published())).startsWith(before);
        assertThat(file().findLast()).contains(newest());
        assertThat(count(SealingAct.CHECKPOINTS_REPUBLISHED)).isEqualTo(1);
    }

    @Test
    void noticesAShortenedFileAfterARestartAndFillsOnlyTheGap() throws IOException {
        sealed().close();
        Path published = published();
        long half = Files.size(published) / 2;
        try (FileChannel channel = FileChannel.open(published, StandardOpenOption.WRITE)) {
            channel.truncate(half);
        }
        Sealing restarted = database.sealing(settings());
        sealAll(restarted);
        assertThat(restarted.gaps()).isNotEmpty();
        restarted.republish(AUDITOR, "截短");

        assertThat(restarted.gaps()).isEmpty();
        List<Long> sizes =
                Files.readAllLines(published).stream()
                        .filter(line -> line.matches("\\d+"))
                        .map(Long::parseLong)
                        .toList();
        assertThat(sizes)
                .startsWith(
                        LongStream.rangeClosed(1, 10).map(i -> 3 * i).boxed().toArray(Long[]::new))
                .doesNotHaveDuplicates();
    }

    @Test
    void noticesAFolderThatWasTakenAway() throws IOException {
        Sealing sealing = sealed();
        Files.move(folder.resolve("checkpoints"), folder.resolve("gone"));
        sealAll(sealing);
        assertThat(sealing.failure()).isEmpty();
        assertThat(sealing.gaps()).isNotEmpty();
        sealing.republish(AUDITOR, "换盘");

        assertThat(sealing.gaps()).isEmpty();
        assertThat(file().sizes(published().getFileName().toString())).contains(3L, 30L);
    }

    /** What is written on another occasion must not make a file look whole. */
    @Test
    void stillSeesTheGapAfterANewKeyAndAConfirmedRestore() throws IOException {
        Sealing sealing = sealed();
        Files.writeString(published(), "");
        sealing.startKey(AUDITOR, "每年更换");
        sealAll(sealing);
        assertThat(sealing.gaps()).isNotEmpty();
        sealing.republish(AUDITOR, "误删");

        assertThat(sealing.gaps()).isEmpty();
        assertThat(file().sizes(published().getFileName().toString())).contains(3L, 15L, 30L);
    }

    @Test
    void publishesNothingAgainWhenNothingIsMissing() {
        Sealing sealing = sealed();

        assertThatThrownBy(() -> sealing.republish(AUDITOR, "无"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.type())
                                        .isEqualTo(SealingProblem.NOTHING_MISSING));
        assertThat(count(SealingAct.CHECKPOINTS_REPUBLISHED)).isZero();
    }
}
