package org.kedang.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class VerificationTests {
    @TempDir Path folder;
    private final MadeLog log = new MadeLog(Signer.ed25519("kedang/test"));
    private Path published;

    /** 700 events, sealed at 100, 300 and 700. */
    @BeforeEach
    void seal() throws IOException {
        log.add(100);
        log.seal();
        log.add(200);
        log.seal();
        log.add(400);
        log.seal();
        published = log.published(folder);
    }

    private record Outcome(boolean proven, String text) {}

    private Outcome verify(Path export, String... keys) throws IOException {
        Report report = new Report();
        List<String> given = keys.length == 0 ? List.of(log.signer.vkey()) : List.of(keys);
        new Verification(
                        Keys.of(given),
                        new Authorities(List.of(), List.of()),
                        Duration.ofMinutes(10),
                        report)
                .run(export.toString(), List.of(published.toString()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.print(
                new Speaker(
                        new PrintStream(out, true, StandardCharsets.UTF_8), Speaker.Language.EN));
        return new Outcome(report.isProven(), out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void provesTheUntouchedLog() throws IOException {
        Outcome outcome = verify(log.export(folder));

        assertThat(outcome.text()).contains("Events 0 to 699 (700 events) agree", "PROVEN");
        assertThat(outcome.proven()).isTrue();
    }

    @Test
    void provesARangeFromAnywhere() throws IOException {
        assertThat(verify(log.export(folder, 100, 300)).text())
                .contains("Events 100 to 299 (200 events) agree");
        assertThat(verify(log.export(folder, 137, 700)).text())
                .contains("Events 137 to 699 (563 events) agree");
    }

    @Test
    void saysWhatHasNoCheckpointYet() throws IOException {
        log.add(50);
        Outcome outcome = verify(log.export(folder));

        assertThat(outcome.proven()).isTrue();
        assertThat(outcome.text()).contains("No checkpoint agrees with events 700 to 749");
    }

    @Test
    void namesTheChangedEvent() throws IOException {
        log.lines.set(250, log.lines.get(250).replace("zhang", "wang"));
        Outcome outcome = verify(log.export(folder));

        assertThat(outcome.proven()).isFalse();
        assertThat(outcome.text())
                .contains("Event 250 was CHANGED", "actorUserName wang")
                .contains("Events 0 to 699 (700 events) agree");
    }

    @Test
    void namesTheAlteredLeafHash() throws IOException {
        log.leaves.set(250, MadeLog.leaf("forged"));

        assertThat(verify(log.export(folder)).text()).contains("The LEAF HASH of event 250");
    }

    /** Leaf and event fit each other, but the block's node stands: the block is named. */
    @Test
    void namesTheBlockOfAForgedLeafAndGoesOn() throws IOException {
        forge(400);
        Outcome outcome = verify(log.export(folder));

        assertThat(outcome.proven()).isFalse();
        assertThat(outcome.text()).contains("Between events 300 and 511 something was CHANGED");
    }

    @Test
    void namesTheSpanIfNodesAreForgedToo() throws IOException {
        forge(150);
        log.blocks.clear();
        Outcome outcome = verify(log.export(folder));

        assertThat(outcome.text())
                .contains("Between events 100 and 299", "checkpoint 300", "checkpoint 100")
                .contains("1 later checkpoints disagree too")
                .contains("Events 0 to 99 (100 events) agree");
    }

    private void forge(int index) {
        log.lines.set(index, log.lines.get(index).replace("zhang", "wang"));
        log.leaves.set(index, MadeLog.leaf(log.lines.get(index)));
    }

    @Test
    void seesTwoHistories() throws IOException {
        Path first = published;
        forge(650);
        log.seal();
        Files.writeString(
                published, Files.readString(first) + "\n" + log.checkpoints.lastEntry().getValue());

        assertThat(verify(log.export(folder)).text()).contains("TWO ROOTS were signed");
    }

    @Test
    void seesTheRollBack() throws IOException {
        log.lines.subList(300, 700).clear();
        log.leaves.subList(300, 700).clear();
        log.checkpoints.remove(700L);
        log.add(200);
        Instants later = new Instants(log);
        later.seal(900);
        Files.writeString(
                published,
                "\n" + log.checkpoints.lastEntry().getValue(),
                java.nio.file.StandardOpenOption.APPEND);

        assertThat(verify(log.export(folder)).text())
                .contains("ROLLED BACK: after the checkpoint 700");
    }

    private record Instants(MadeLog log) {
        void seal(long seconds) {
            long size = log.leaves.size();
            log.checkpoints.put(
                    size,
                    log.signer.note(
                            size,
                            MadeLog.root(log.leaves, size),
                            MadeLog.BEGUN.plusSeconds(seconds)));
        }
    }

    @Test
    void seesAnEventWithAnOldDate() throws IOException {
        String content = "{}";
        log.lines.add(MadeLog.line(700, MadeLog.BEGUN.minusSeconds(3600), content));
        log.contents.add(content);
        log.leaves.add(MadeLog.leaf(log.lines.get(700)));
        log.seal();
        published = log.published(folder);

        assertThat(verify(log.export(folder)).text())
                .contains("Event 700 was added later with an old date");
    }

    @Test
    void seesAnOldEventThatWasNeverSealed() throws IOException {
        log.unsealed.add(MadeLog.line(9999, MadeLog.BEGUN.minusSeconds(3600), "{}"));

        assertThat(verify(log.export(folder)).text()).contains("was added later with an old date");
    }

    @Test
    void refusesAnotherKeyAndAForgedSignature() throws IOException {
        assertThat(verify(log.export(folder), Signer.ed25519("kedang/test").vkey()).text())
                .contains("NOT SIGNED BY A GIVEN KEY");
        String notes = Files.readString(published);
        Files.writeString(published, notes.replaceFirst("\n300\n", "\n301\n"));
        assertThat(verify(log.export(folder)).text())
                .contains("FORGED or altered: the signature of the checkpoint 301");
    }

    @Test
    void acceptsSeveralKeysAndSm2() throws IOException {
        MadeLog other = new MadeLog(Signer.sm2("kedang/test"));
        other.add(300);
        other.seal();
        published = other.published(folder);

        assertThat(verify(other.export(folder), log.signer.vkey(), other.signer.vkey()).proven())
                .isTrue();
    }

    @Test
    void provesASelectionAndSaysWhatThatIsNot() throws IOException {
        Outcome outcome = verify(log.selection(folder, 3, 256, 699));

        assertThat(outcome.proven()).isTrue();
        assertThat(outcome.text())
                .contains("3 events are in the log", "nothing belonging to it was left out cannot");
        log.lines.set(256, log.lines.get(256).replace("zhang", "wang"));
        assertThat(verify(log.selection(folder, 3, 256, 699)).text())
                .contains("Event 256 was CHANGED");
    }

    @Test
    void comparesContents() throws IOException {
        log.contents.set(5, log.contents.get(5).replace("客户", "别人"));
        assertThat(verify(log.export(folder)).text()).contains("The CONTENTS of event 5");
        log.contents.set(5, "");
        assertThat(verify(log.export(folder)).text()).contains("of 1 events are withheld");
    }

    @Test
    void doesNotProveByTheServersOwnCheckpoints() throws IOException {
        Files.writeString(published, "");
        Outcome outcome = verify(log.export(folder));

        assertThat(outcome.proven()).isFalse();
        assertThat(outcome.text())
                .contains("Result: NOT PROVEN", "checkpoints that the server itself gave");
    }

    @Test
    void provesOneCheckpointFromAnother() throws IOException {
        Path older = Files.writeString(folder.resolve("old"), log.checkpoints.get(300L));
        Path newer = Files.writeString(folder.resolve("new"), log.checkpoints.get(700L));
        List<String> hashes =
                MadeLog.consistency(300, log.leaves, true).stream().map(MadeLog::base64).toList();
        Path proof = Files.write(folder.resolve("proof"), hashes);

        assertThat(consistent(older, newer, proof)).isTrue();
        Files.write(proof, hashes.subList(1, hashes.size()));
        assertThat(consistent(older, newer, proof)).isFalse();
    }

    private boolean consistent(Path older, Path newer, Path proof) throws IOException {
        Report report = new Report();
        new Consistency(Keys.of(List.of(log.signer.vkey())), report)
                .run(older.toString(), newer.toString(), proof.toString());
        return report.isProven();
    }

    @Test
    void refusesWhatIsNoExport() throws IOException {
        Path file = Files.writeString(folder.resolve("x.zip"), "not a zip");
        assertThatThrownBy(() -> verify(file)).isInstanceOf(Unusable.class);
    }
}
