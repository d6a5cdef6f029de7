package org.kedang.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.IntegrationTest;
import org.kedang.audit.AuditTrail.AuditEvent;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@IntegrationTest
class JournalIntegrationTests {
    private enum TestAct implements Act {
        READ;

        @Override
        public Words words() {
            return new Words("test.read", "读", "Read", ActClass.USER);
        }
    }

    @Autowired AuditEvents events;
    @Autowired AuditTrail trail;
    @Autowired JournalTable table;
    @Autowired Journal running;
    @TempDir Path folder;

    private Actor reader = Actor.SYSTEM;

    @BeforeEach
    void somebodyNew() {
        UUID id = UUID.randomUUID();
        reader = Actor.named(id, "reader", "读者", id, Actor.Connection.INSIDE);
    }

    private StampedEntry read() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new StampedEntry(Ids.next(), now, Entry.of(reader, TestAct.READ).reason("“引号”\n换行"));
    }

    private List<KeptRow> rows(List<StampedEntry> entries) {
        return entries.stream().map(events::row).toList();
    }

    private List<StampedEntry> reads(int many) {
        return IntStream.range(0, many).mapToObj(i -> read()).toList();
    }

    private List<AuditEvent> kept(Actor by) {
        return trail.list(AuditTrail.Question.by(by.id()), SqlPredicate.TRUE, new Paging(1, 200))
                .items();
    }

    private List<UUID> keptIds() {
        return kept(reader).stream().map(AuditEvent::id).toList();
    }

    private static List<UUID> ids(List<StampedEntry> entries) {
        return entries.stream().map(StampedEntry::id).toList();
    }

    private JournalFile open() throws IOException {
        return new JournalFolder(folder).open(table::inherit);
    }

    private void writeAndDie(List<List<StampedEntry>> groups) throws IOException {
        JournalFile file = open();
        for (List<StampedEntry> group : groups) {
            file.append(rows(group).stream().map(KeptRow::bytes).toList(), 0);
        }
        file.close(false);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void isUsedWithTheBuiltInDatabase() {
        assertThat(running.isOpen()).isTrue();
    }

    @Test
    void bringsWhatAKilledProcessLeftIntoTheLogOnce() throws IOException {
        List<StampedEntry> arrived = reads(3);
        List<StampedEntry> waiting = reads(4);
        writeAndDie(List.of(arrived, waiting));
        events.insert(arrived);

        open().close(true);

        assertThat(keptIds())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(arrived.stream(), waiting.stream())
                                .map(StampedEntry::id)
                                .toList());
        assertThat(kept(reader)).allMatch(event -> "“引号”\n换行".equals(event.reason()));
        assertThat(files()).containsExactly("lock");
    }

    @Test
    void leavesTheJournalOfALivingProcessAlone() throws IOException {
        JournalFile living = open();
        List<StampedEntry> reads = reads(2);
        living.append(rows(reads).stream().map(KeptRow::bytes).toList(), 0);

        open().close(true);

        assertThat(keptIds()).isEmpty();
        assertThat(files()).hasSize(2);
        living.close(true);
    }

    @Test
    void saysInTheLogThatAJournalWasChangedAndSetsItAside() throws IOException {
        List<StampedEntry> first = reads(1);
        List<StampedEntry> last = reads(1);
        writeAndDie(List.of(first, reads(1), last));
        String name =
                files().stream()
                        .filter(file -> file.endsWith(".journal"))
                        .findFirst()
                        .orElseThrow();
        try (FileChannel channel =
                FileChannel.open(folder.resolve(name), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {1}), 4096 + JournalFrame.SECTOR + 100);
        }

        open().close(true);

        assertThat(keptIds())
                .containsExactlyInAnyOrder(first.getFirst().id(), last.getFirst().id());
        assertThat(files()).containsExactly(name + ".damaged", "lock");
        AuditEvent told =
                kept(Actor.SYSTEM).stream()
                        .filter(event -> event.act().equals("audit.journal-damaged-found"))
                        .findFirst()
                        .orElseThrow();
        assertThat(told.changes())
                .containsExactly(new Change("file", null, name), new Change("groups", null, "1"));
    }

    @Test
    void answersOnlyWhenAllHasArrived() throws Exception {
        try (Journal journal = new Journal(open(), table)) {
            List<StampedEntry> reads = reads(5);
            journal.append(rows(reads));

            journal.await();

            assertThat(keptIds()).containsExactlyInAnyOrderElementsOf(ids(reads));
        }
        assertThat(files()).containsExactly("lock");
    }

    /** A database that cannot be reached, or does not answer what became of a commit. */
    private final class Sulking implements Journal.Destination {
        private volatile boolean sulks = true;

        @Override
        public void add(List<KeptRow> some) {
            table.add(some);
            throw new IllegalStateException("committed, and the connection broke");
        }

        @Override
        public void addMissing(List<KeptRow> some) {
            if (sulks) {
                throw new IllegalStateException("not there");
            }
            table.addMissing(some);
        }
    }

    @Test
    void keepsNothingMoreWhileTheDatabaseRefuses() throws Exception {
        Sulking database = new Sulking();
        List<StampedEntry> reads = reads(3);
        try (Journal journal = new Journal(open(), database)) {
            journal.append(rows(reads));
            assertThatThrownBy(journal::await).isInstanceOf(Problem.class);
            assertThatThrownBy(() -> journal.append(rows(reads(1))))
                    .isInstanceOf(IllegalStateException.class);

            database.sulks = false;
        }

        assertThat(keptIds()).containsExactlyInAnyOrderElementsOf(ids(reads));
        assertThat(files()).containsExactly("lock");
    }
}
