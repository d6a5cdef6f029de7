package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Rows for PostgreSQL's COPY in its binary format, sent in the transaction that runs. */
final class BinaryCopy {
    private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int TEXT_OID = 25;
    private static final byte JSONB_VERSION = 1;
    private static final int NULL = -1;
    private static final byte[] HEADER =
            "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] END = {-1, -1};

    private final String table;
    private final ByteArrayOutputStream bytes;
    private final DataOutputStream out;

    /**
     * @param table with its columns
     */
    BinaryCopy(String table) {
        this(table, 1 << 12);
    }

    /**
     * @param size of a usual copy, in bytes
     */
    BinaryCopy(String table, int size) {
        this.table = table;
        bytes = new ByteArrayOutputStream(size);
        out = new DataOutputStream(bytes);
    }

    /** The rows so far, as another copy into these columns may take them. */
    byte[] rows() {
        return bytes.toByteArray();
    }

    void rows(byte[] some) {
        bytes.writeBytes(some);
    }

    void leaf(long index, LoggedEvent event, byte[] hash) {
        row(4);
        number(index);
        uuid(event.id());
        instant(event.at());
        binary(hash);
    }

    void node(int level, long index, byte[] hash) {
        row(3);
        small(level);
        number(index);
        binary(hash);
    }

    /** The columns follow, in their order. */
    void row(int columns) {
        write(() -> out.writeShort(columns));
    }

    void small(int value) {
        write(
                () -> {
                    out.writeInt(Short.BYTES);
                    out.writeShort(value);
                });
    }

    void number(long value) {
        write(
                () -> {
                    out.writeInt(Long.BYTES);
                    out.writeLong(value);
                });
    }

    void instant(Instant value) {
        number(ChronoUnit.MICROS.between(POSTGRES_EPOCH, value));
    }

    static Instant instant(ByteBuffer value) {
        return POSTGRES_EPOCH.plus(value.getLong(), ChronoUnit.MICROS);
    }

    void uuid(@Nullable UUID value) {
        write(
                () -> {
                    if (value == null) {
                        out.writeInt(NULL);
                        return;
                    }
                    out.writeInt(2 * Long.BYTES);
                    out.writeLong(value.getMostSignificantBits());
                    out.writeLong(value.getLeastSignificantBits());
                });
    }

    void binary(byte[] value) {
        write(
                () -> {
                    out.writeInt(value.length);
                    out.write(value);
                });
    }

    void text(@Nullable String value) {
        if (value == null) {
            write(() -> out.writeInt(NULL));
        } else {
            binary(storable(value).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The one character that no PostgreSQL keeps is shown as what cannot be shown. */
    static String storable(String value) {
        return value.replace('\0', '\uFFFD');
    }

    void jsonb(byte @Nullable [] value) {
        write(
                () -> {
                    if (value == null) {
                        out.writeInt(NULL);
                        return;
                    }
                    out.writeInt(1 + value.length);
                    out.writeByte(JSONB_VERSION);
                    out.write(value);
                });
    }

    void texts(List<String> values) {
        List<byte[]> elements =
                values.stream().map(one -> one.getBytes(StandardCharsets.UTF_8)).toList();
        int dimensions = elements.isEmpty() ? 0 : 1;
        int length = 3 * Integer.BYTES + dimensions * 2 * Integer.BYTES;
        for (byte[] element : elements) {
            length += Integer.BYTES + element.length;
        }
        int whole = length;
        write(
                () -> {
                    out.writeInt(whole);
                    out.writeInt(dimensions);
                    out.writeInt(0);
                    out.writeInt(TEXT_OID);
                    if (dimensions == 1) {
                        out.writeInt(elements.size());
                        out.writeInt(1);
                    }
                });
        elements.forEach(this::binary);
    }

    /** All rows or an error that rolls the transaction back. */
    void send(JdbcTemplate jdbc) {
        byte[] all = rows();
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
                            copy.writeToCopy(HEADER, 0, HEADER.length);
                            copy.writeToCopy(all, 0, all.length);
                            copy.writeToCopy(END, 0, END.length);
                            return copy.endCopy();
                        });
    }

    private interface Writing {
        void write() throws IOException;
    }

    private static void write(Writing some) {
        try {
            some.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
