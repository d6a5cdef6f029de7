package org.kedang.audit;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The file in which groups of events wait for the database. It has its full size from the start, so
 * that writing a group costs no more than its bytes, and two halves: while what stands in one is on
 * its way, the other is written.
 */
final class JournalFile {
    static final int HALF = 8 << 20;

    private static final int START = 4096;
    private static final byte[] MARK =
            "KEDANG audit journal 1\n".getBytes(StandardCharsets.US_ASCII);

    /**
     * Files of this process. The kernel forgets a lock as soon as its process opens the file once
     * more and closes it.
     */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    /**
     * What stands in a file and may not be in the table.
     *
     * @param rows in their order
     * @param lost how many groups are not whole: somebody or something changed the file
     */
    record Left(List<KeptRow> rows, long lost) {}

    private final FileChannel channel;
    private final Path path;
    private final UUID id;
    private final int half;
    private final long[] last = new long[2];
    private int current;
    private int position;
    private long number;

    private JournalFile(FileChannel channel, Path path, UUID id, int half) {
        this.channel = channel;
        this.path = path;
        this.id = id;
        this.half = half;
    }

    static boolean isOurs(Path path) {
        return OURS.contains(path);
    }

    /** Makes a file of its full size, locked as long as it is open. */
    static JournalFile create(Path path, int half) throws IOException {
        OURS.add(path);
        FileChannel channel =
                FileChannel.open(
                        path,
                        Set.of(CREATE_NEW, READ, WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        if (channel.tryLock() == null) {
            throw new IOException(path + " is locked");
        }
        UUID id = UUID.randomUUID();
        ByteBuffer whole = ByteBuffer.allocate(START + 2 * half);
        whole.put(MARK).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        writeFully(channel, whole.rewind(), 0);
        channel.force(true);
        return new JournalFile(channel, path, id, half);
    }

    /**
     * Writes a group; when this returns, it is on the disk.
     *
     * @param arrived all groups up to this one are in the database
     * @return its number; empty if there is no room until more has arrived
     */
    Optional<Long> append(List<byte[]> rows, long arrived) throws IOException {
        JournalFrame frame = new JournalFrame(number + 1, arrived, rows);
        int size = frame.size();
        if (position + size > half) {
            if (last[1 - current] > arrived || size > half) {
                return Optional.empty();
            }
            current = 1 - current;
            position = 0;
        }
        writeFully(channel, frame.encode(id), START + (long) current * half + position);
        channel.force(false);
        position += size;
        last[current] = ++number;
        return Optional.of(number);
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes, long at)
            throws IOException {
        long place = at;
        while (bytes.hasRemaining()) {
            place += channel.write(bytes, place);
        }
    }

    /** What a process that was killed has left. */
    static Left read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // to the end
        }
        bytes.flip();
        // killed before it had its size: nothing was kept in it
        return bytes.limit() < START ? new Left(List.of(), 0) : read(bytes);
    }

    private static Left read(ByteBuffer bytes) {
        byte[] mark = new byte[MARK.length];
        bytes.get(mark);
        if (!Arrays.equals(mark, MARK)) {
            return new Left(List.of(), 1);
        }
        UUID id = new UUID(bytes.getLong(), bytes.getLong());
        List<JournalFrame> frames = new ArrayList<>();
        for (int at = START; at < bytes.limit(); ) {
            Optional<JournalFrame> frame = JournalFrame.decode(id, bytes, at);
            frame.ifPresent(frames::add);
            at += frame.map(JournalFrame::size).orElse(JournalFrame.SECTOR);
        }
        return left(frames);
    }

    /** Groups are numbered without gaps: one that is missing before the newest was whole once. */
    private static Left left(List<JournalFrame> frames) {
        long arrived = frames.stream().mapToLong(JournalFrame::arrived).max().orElse(0);
        long newest = frames.stream().mapToLong(JournalFrame::number).max().orElse(0);
        List<JournalFrame> waiting =
                frames.stream()
                        .filter(frame -> frame.number() > arrived)
                        .sorted(Comparator.comparingLong(JournalFrame::number))
                        .toList();
        return new Left(
                waiting.stream().flatMap(frame -> frame.rows().stream()).map(KeptRow::of).toList(),
                newest - arrived - waiting.size());
    }

    /**
     * @param done nothing in it is needed any more
     */
    void close(boolean done) throws IOException {
        if (done) {
            Files.deleteIfExists(path);
        }
        channel.close();
        OURS.remove(path);
    }
}
