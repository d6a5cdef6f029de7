package org.kedang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.kernel.Ids;

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

class JournalFileTests {
    private static final int HALF = 16 * JournalFrame.SECTOR;
    private static final int START = 4096;
    private static final UUID FILE = UUID.randomUUID();

    @TempDir Path folder;

    private static byte[] row(int length) {
        BinaryCopy copy = new BinaryCopy("");
        copy.row(3);
        copy.uuid(Ids.next());
        copy.instant(Instant.now().truncatedTo(ChronoUnit.MICROS));
        copy.binary(new byte[length]);
        return copy.rows();
    }

    private static List<byte[]> group(int rows) {
        return IntStream.range(0, rows).mapToObj(i -> row(100)).toList();
    }

    private static List<UUID> ids(Stream<byte[]> rows) {
        return rows.map(row -> KeptRow.of(row).id()).toList();
    }

    private JournalFile create() throws IOException {
        return JournalFile.create(path(), HALF);
    }

    private Path path() {
        return folder.resolve("one.journal");
    }

    private JournalFile.Left left() throws IOException {
        try (FileChannel channel = FileChannel.open(path())) {
            return JournalFile.read(channel);
        }
    }

    private List<UUID> leftIds() throws IOException {
        return left().rows().stream().map(KeptRow::id).toList();
    }

    private void change(long at) throws IOException {
        try (FileChannel channel =
                FileChannel.open(path(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) (one.get(0) ^ 1));
            channel.write(one.rewind(), at);
        }
    }

    @Property(tries = 200)
    void readsWhatItWrote(
            @ForAll @Size(max = 5) List<@Size(max = 900) byte[]> rows,
            @ForAll @IntRange(min = 1) int number,
            @ForAll @IntRange(min = 0, max = 3) int sector) {
        JournalFrame frame = new JournalFrame(number, number - 1, rows);
        ByteBuffer encoded = frame.encode(FILE);
        ByteBuffer bytes = ByteBuffer.allocate(encoded.limit() + 4 * JournalFrame.SECTOR);
        int at = sector * JournalFrame.SECTOR;
        bytes.put(at, encoded, 0, encoded.limit());

        JournalFrame read = JournalFrame.decode(FILE, bytes, at).orElseThrow();

        assertThat(encoded.limit() % JournalFrame.SECTOR).isZero();
        assertThat(encoded.limit()).isEqualTo(frame.size());
        assertThat(read.number()).isEqualTo(number);
        assertThat(read.arrived()).isEqualTo(number - 1);
        assertThat(read.rows()).usingRecursiveComparison().isEqualTo(rows);
        assertThat(JournalFrame.decode(UUID.randomUUID(), bytes, at)).isEmpty();
    }

    @Property(tries = 200)
    void noticesEachChangedByte(
            @ForAll @Size(min = 1, max = 3) List<@Size(max = 300) byte[]> rows,
            @ForAll @IntRange(min = 0, max = 1000) int place) {
        ByteBuffer bytes = new JournalFrame(7, 3, rows).encode(FILE);
        int length = JournalFrame.HEAD + rows.stream().mapToInt(row -> 4 + row.length).sum();
        int at = place % length;
        bytes.put(at, (byte) (bytes.get(at) ^ 0x40));

        assertThat(JournalFrame.decode(FILE, bytes, 0)).isEmpty();
    }

    @Test
    void leavesInOrderWhatMayNotHaveArrived() throws IOException {
        JournalFile file = create();
        List<byte[]> first = group(2);
        List<byte[]> second = group(3);
        List<byte[]> third = group(1);
        assertThat(file.append(first, 0)).contains(1L);
        assertThat(file.append(second, 0)).contains(2L);
        assertThat(file.append(third, 1)).contains(3L);
        file.close(false);

        assertThat(leftIds())
                .isEqualTo(ids(Stream.concat(second.stream(), third.stream())))
                .hasSize(4);
        assertThat(left().lost()).isZero();
    }

    @Test
    void fillsOneHalfOnlyWhenTheOtherHasArrived() throws IOException {
        JournalFile file = create();
        long number = 0;
        for (int i = 0; i < 32; i++) {
            number = file.append(group(1), 0).orElseThrow();
        }
        assertThat(file.append(group(1), 15)).as("the first half holds 16").isEmpty();

        List<byte[]> next = group(1);
        assertThat(file.append(next, 16)).contains(number + 1);
        assertThat(left().rows()).hasSize(17);
        assertThat(leftIds()).endsWith(ids(next.stream()).getFirst());
        file.close(true);
        assertThat(path()).doesNotExist();
    }

    /** It was never acknowledged, so nobody misses it. */
    @Test
    void dropsATornLastGroup() throws IOException {
        JournalFile file = create();
        List<byte[]> whole = group(1);
        file.append(whole, 0);
        file.append(group(4), 0);
        file.close(false);
        change(START + 2L * JournalFrame.SECTOR + 7);

        assertThat(leftIds()).isEqualTo(ids(whole.stream()));
        assertThat(left().lost()).isZero();
    }

    @Test
    void tellsThatAGroupBeforeTheLastWasChanged() throws IOException {
        JournalFile file = create();
        List<byte[]> first = group(1);
        List<byte[]> last = group(1);
        file.append(first, 0);
        file.append(group(4), 0);
        file.append(last, 0);
        file.close(false);
        change(START + 2L * JournalFrame.SECTOR + 7);

        assertThat(leftIds()).isEqualTo(ids(Stream.concat(first.stream(), last.stream())));
        assertThat(left().lost()).isEqualTo(1);
    }

    @Test
    void tellsThatItsHeadWasChanged() throws IOException {
        JournalFile file = create();
        file.append(group(1), 0);
        file.close(false);
        change(3);

        assertThat(left().lost()).isEqualTo(1);
    }

    @Test
    void holdsNothingIfItNeverGotItsSize() throws IOException {
        Files.write(path(), new byte[100]);

        assertThat(left().rows()).isEmpty();
        assertThat(left().lost()).isZero();
    }
}
