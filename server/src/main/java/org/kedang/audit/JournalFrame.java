package org.kedang.audit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * One group of events in the journal: what was written at once and acknowledged together.
 *
 * @param number counts the groups of a file, from 1
 * @param arrived all groups up to this one were in the database when this one was written
 */
record JournalFrame(long number, long arrived, List<byte[]> rows) {
    /** Frames begin at such places: what is torn is never what was whole before. */
    static final int SECTOR = 512;

    /** File (16), number (8), arrived (8), length of the rows (4), checksum of all else (4). */
    static final int HEAD = 40;

    private static final int CHECKSUM = HEAD - Integer.BYTES;

    /**
     * @param file tells frames of this file from everything else that may stand in it
     */
    ByteBuffer encode(UUID file) {
        int length = rows.stream().mapToInt(row -> Integer.BYTES + row.length).sum();
        ByteBuffer frame = ByteBuffer.allocate(sectors(HEAD + length));
        frame.putLong(file.getMostSignificantBits()).putLong(file.getLeastSignificantBits());
        frame.putLong(number).putLong(arrived).putInt(length).putInt(0);
        rows.forEach(row -> frame.putInt(row.length).put(row));
        frame.putInt(CHECKSUM, checksum(frame, 0, length));
        return frame.rewind();
    }

    /** The frame that begins at this place, if a whole one does. */
    static Optional<JournalFrame> decode(UUID file, ByteBuffer bytes, int at) {
        if (bytes.limit() - at < HEAD
                || bytes.getLong(at) != file.getMostSignificantBits()
                || bytes.getLong(at + 8) != file.getLeastSignificantBits()) {
            return Optional.empty();
        }
        int length = bytes.getInt(at + 32);
        if (length < 0
                || length > bytes.limit() - at - HEAD
                || checksum(bytes, at, length) != bytes.getInt(at + CHECKSUM)) {
            return Optional.empty();
        }
        return Optional.of(
                new JournalFrame(
                        bytes.getLong(at + 16),
                        bytes.getLong(at + 24),
                        rows(bytes.slice(at + HEAD, length))));
    }

    private static List<byte[]> rows(ByteBuffer bytes) {
        List<byte[]> rows = new ArrayList<>();
        while (bytes.hasRemaining()) {
            byte[] row = new byte[bytes.getInt()];
            bytes.get(row);
            rows.add(row);
        }
        return rows;
    }

    private static int checksum(ByteBuffer bytes, int at, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes.slice(at, CHECKSUM));
        sum.update(bytes.slice(at + HEAD, length));
        return (int) sum.getValue();
    }

    /** How much room it takes in the file. */
    int size() {
        return sectors(HEAD + rows.stream().mapToInt(row -> Integer.BYTES + row.length).sum());
    }

    static int sectors(int length) {
        return (length + SECTOR - 1) / SECTOR * SECTOR;
    }
}
