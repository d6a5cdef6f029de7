package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.ObjectMapper;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;

/** The table of events; its one writing method adds. */
@Repository
class AuditEvents {
    private static final String INSERT =
            """
            insert into audit_event (id, at, actor_id, actor_user_name, actor_name, post, roles, address, device, session,
                act, act_class, result, subject_type, subject_id, subject_title, parent_id, customer_id, reason, request_id, changes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    AuditEvents(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(List<StampedEntry> entries) {
        jdbc.batchUpdate(INSERT, entries, Math.max(1, entries.size()), this::bind);
    }

    private void bind(PreparedStatement row, StampedEntry stamped) throws SQLException {
        Entry entry = stamped.entry();
        Actor actor = entry.actor;
        Object[] values = {
            stamped.id(),
            stamped.at().atOffset(ZoneOffset.UTC),
            actor.id(),
            actor.userName(),
            actor.name(),
            actor.post(),
            actor.roles().toArray(String[]::new),
            actor.address(),
            actor.connection().device(),
            actor.session(),
            entry.act.slug(),
            entry.act.actClass().ordinal(),
            entry.refused ? "REFUSED" : "DONE",
            entry.subjectType,
            entry.subjectId,
            entry.subjectTitle,
            entry.parentId,
            entry.customerId,
            entry.reason,
            entry.requestId,
            changes(entry)
        };
        for (int i = 0; i < values.length; i++) {
            row.setObject(i + 1, values[i]);
        }
    }

    private @Nullable String changes(Entry entry) {
        return entry.changes.isEmpty() ? null : json.writeValueAsString(entry.changes);
    }
}
