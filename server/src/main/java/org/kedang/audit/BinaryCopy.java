package org.kedang.audit;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Rows for PostgreSQL's COPY in its binary format, sent in the transaction that runs. */
final class BinaryCopy {
    private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final String table;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    private final DataOutputStream out = new DataOutputStream(bytes);

    /**
     * @param table with its columns
     */
    BinaryCopy(String table) {
        this.table = table;
        bytes.writeBytes("PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(new byte[8]);
    }

    void leaf(long index, LoggedEvent event, byte[] hash) {
        try {
            out.writeShort(4);
            number(index);
            uuid(event.id());
            number(ChronoUnit.MICROS.between(POSTGRES_EPOCH, event.at()));
            binary(hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void node(int level, long index, byte[] hash) {
        try {
            out.writeShort(3);
            out.writeInt(Short.BYTES);
            out.writeShort(level);
            number(index);
            binary(hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All rows or an error that rolls the transaction back. */
    void send(JdbcTemplate jdbc) {
        bytes.writeBytes(new byte[] {-1, -1});
        byte[] all = bytes.toByteArray();
        jdbc.execute(
                (ConnectionCallback<Long>)
                        connection -> {
                            CopyIn copy =
                                    connection
                                            .unwrap(PGConnection.class)
                                            .getCopyAPI()
                                            .copyIn(
                                                    "copy "
                                                            + table
                                                            + " from stdin with (format binary)");
                            copy.writeToCopy(all, 0, all.length);
                            return copy.endCopy();
                        });
    }

    private void number(long value) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(value);
    }

    private void uuid(UUID value) throws IOException {
        out.writeInt(2 * Long.BYTES);
        out.writeLong(value.getMostSignificantBits());
        out.writeLong(value.getLeastSignificantBits());
    }

    private void binary(byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }
}
