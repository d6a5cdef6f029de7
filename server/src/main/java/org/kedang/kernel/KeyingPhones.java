package org.kedang.kernel;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Gives the telephone numbers that a table holds the keys of {@link PhoneNumber}. Only rows whose
 * key becomes another are written; a text without any number keeps the key that it has.
 */
public class KeyingPhones implements JavaMigration {
    private static final int AT_ONCE = 10_000;

    /** Comes before every other id. */
    private static final UUID FIRST = new UUID(0, 0);

    private record Row(UUID id, String number, String key) {}

    private final String version;
    private final String table;
    private final List<String> columns;

    /**
     * @param columns those with numbers; the key of each stands in the column of its name and
     *     {@code _key}
     */
    public KeyingPhones(String version, String table, List<String> columns) {
        this.version = version;
        this.table = table;
        this.columns = columns;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(version);
    }

    @Override
    public String getDescription() {
        return table + " one telephone rule";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        for (String column : columns) {
            keyAnew(context.getConnection(), column);
        }
    }

    private void keyAnew(Connection connection, String column) throws SQLException {
        String select =
                "select id, %2$s, coalesce(%2$s_key, '') from %1$s where %2$s is not null and id > ? order by id limit ?"
                        .formatted(table, column);
        try (PreparedStatement read = connection.prepareStatement(select)) {
            List<Row> rows = read(read, FIRST);
            while (!rows.isEmpty()) {
                write(connection, column, rows);
                rows = read(read, rows.getLast().id());
            }
        }
    }

    private static List<Row> read(PreparedStatement read, UUID after) throws SQLException {
        read.setObject(1, after);
        read.setInt(2, AT_ONCE);
        List<Row> rows = new ArrayList<>();
        try (ResultSet found = read.executeQuery()) {
            while (found.next()) {
                rows.add(
                        new Row(
                                Objects.requireNonNull(found.getObject(1, UUID.class)),
                                found.getString(2),
                                found.getString(3)));
            }
        }
        return rows;
    }

    private void write(Connection connection, String column, List<Row> rows) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Row row : rows) {
            String key = PhoneNumber.keyIn(row.number());
            if (key != null && !key.equals(row.key())) {
                ids.add(row.id());
                keys.add(key);
            }
        }
        String update =
                "update %1$s t set %2$s_key = n.key from unnest(?::uuid[], ?::text[]) n (id, key) where t.id = n.id"
                        .formatted(table, column);
        try (PreparedStatement write = connection.prepareStatement(update)) {
            write.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            write.setArray(2, connection.createArrayOf("text", keys.toArray()));
            write.executeUpdate();
        }
    }
}
