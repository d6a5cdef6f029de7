package org.kedang.audit;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/**
 * An event on its way to the table by the journal.
 *
 * @param bytes the row as COPY takes it in its binary format
 */
record KeptRow(UUID id, Instant at, byte[] bytes) {
    /** Its first two columns stand behind their number and the length of the first. */
    static KeptRow of(byte[] bytes) {
        ByteBuffer row = ByteBuffer.wrap(bytes, Short.BYTES, bytes.length - Short.BYTES);
        row.getInt();
        UUID id = new UUID(row.getLong(), row.getLong());
        row.getInt();
        return new KeptRow(id, BinaryCopy.instant(row), bytes);
    }
}
