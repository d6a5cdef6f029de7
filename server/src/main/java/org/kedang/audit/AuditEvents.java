package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.ObjectMapper;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** The table of events; its one writing method adds. */
@Repository
class AuditEvents {
    /** A column, the type of its values in PostgreSQL, and where they come from. */
    private record Column(
            String name, String type, String cast, Function<StampedEntry, @Nullable Object> value) {
        Column(String name, String type, Function<StampedEntry, @Nullable Object> value) {
            this(name, type, "%s", value);
        }
    }

    private final JdbcTemplate jdbc;
    private final List<Column> columns;
    private final String insert;

    AuditEvents(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.columns = columns(json);
        this.insert =
                "insert into audit_event (%s) select %s from unnest(%s) as e (%s)"
                        .formatted(
                                joined(Column::name),
                                joined(column -> column.cast().formatted("e." + column.name())),
                                joined(column -> "?"),
                                joined(Column::name));
    }

    private static List<Column> columns(ObjectMapper json) {
        return List.of(
                new Column("id", "uuid", StampedEntry::id),
                new Column("at", "timestamptz", s -> s.at().atOffset(ZoneOffset.UTC)),
                new Column("actor_id", "uuid", s -> s.entry().actor.id()),
                new Column("actor_user_name", "text", s -> s.entry().actor.userName()),
                new Column("actor_name", "text", s -> s.entry().actor.name()),
                new Column("post", "text", s -> s.entry().actor.post()),
                // an array of arrays would be taken apart to its last element
                new Column(
                        "roles",
                        "text",
                        "string_to_array(%s, ' ')",
                        s -> String.join(" ", s.entry().actor.roles())),
                new Column("address", "text", s -> s.entry().actor.address()),
                new Column("device", "text", s -> s.entry().actor.connection().device()),
                new Column("session", "text", s -> s.entry().actor.session()),
                new Column("act", "text", s -> s.entry().act.slug()),
                new Column("act_class", "int2", s -> (short) s.entry().act.actClass().ordinal()),
                new Column("result", "text", s -> s.entry().refused ? "REFUSED" : "DONE"),
                new Column("subject_type", "text", s -> s.entry().subjectType),
                new Column("subject_id", "uuid", s -> s.entry().subjectId),
                new Column("subject_title", "text", s -> s.entry().subjectTitle),
                new Column("parent_id", "uuid", s -> s.entry().parentId),
                new Column("customer_id", "uuid", s -> s.entry().customerId),
                new Column("reason", "text", s -> s.entry().reason),
                new Column("request_id", "uuid", s -> s.entry().requestId),
                new Column("changes", "text", "%s::jsonb", s -> changes(json, s.entry())));
    }

    private static @Nullable String changes(ObjectMapper json, Entry entry) {
        return entry.changes.isEmpty() ? null : json.writeValueAsString(entry.changes);
    }

    private String joined(Function<Column, String> part) {
        return String.join(", ", columns.stream().map(part).toList());
    }

    /** Adds all of them in one statement: many events cost one way to the database. */
    void insert(List<StampedEntry> entries) {
        jdbc.execute(
                (Connection connection) -> {
                    try (PreparedStatement statement = connection.prepareStatement(insert)) {
                        return execute(connection, statement, entries);
                    }
                });
    }

    private int execute(
            Connection connection, PreparedStatement statement, List<StampedEntry> entries)
            throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Object[] values = entries.stream().map(column.value()).toArray();
            statement.setArray(i + 1, connection.createArrayOf(column.type(), values));
        }
        return statement.executeUpdate();
    }
}
