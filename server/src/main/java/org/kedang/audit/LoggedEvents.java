package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Makes whole events out of rows of the log. */
@Component
final class LoggedEvents {
    /** What {@link #read} needs of {@code audit_event e}. */
    static final String COLUMNS =
            """
            e.id, e.at, e.actor_id, e.actor_user_name, e.actor_name, e.post, e.roles, e.address, e.device,
            e.session, e.act, e.act_class, e.result, e.subject_type, e.subject_id, e.subject_title,
            e.parent_id, e.customer_id, e.reason, e.request_id, e.changes, e.salt
            """;

    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};
    private static final ActClass[] CLASSES = ActClass.values();

    private final ObjectMapper json;

    LoggedEvents(ObjectMapper json) {
        this.json = json;
    }

    LoggedEvent read(ResultSet row) throws SQLException {
        return new LoggedEvent(
                row.getObject("id", UUID.class),
                instant(row, "at"),
                row.getObject("actor_id", UUID.class),
                row.getString("actor_user_name"),
                row.getString("actor_name"),
                row.getString("post"),
                roles(row.getArray("roles")),
                row.getString("address"),
                row.getString("device"),
                row.getString("session"),
                row.getString("act"),
                CLASSES[row.getInt("act_class")],
                row.getString("result"),
                row.getString("subject_type"),
                row.getObject("subject_id", UUID.class),
                row.getString("subject_title"),
                row.getObject("parent_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("reason"),
                row.getObject("request_id", UUID.class),
                changes(row.getString("changes")),
                row.getObject("salt", UUID.class));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<String> roles(Array roles) throws SQLException {
        return List.of((String[]) roles.getArray());
    }

    private List<Change> changes(@Nullable String changes) {
        return changes == null ? List.of() : json.readValue(changes, CHANGES);
    }
}
