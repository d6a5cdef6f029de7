package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The public keys that have signed, in the database; they are only added. */
final class KnownKeys {
    private final JdbcClient jdbc;

    KnownKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one that signs. */
    Optional<KnownKey> findNewest() {
        return jdbc.sql("select * from audit_key order by generation desc limit 1")
                .query(KnownKeys::known)
                .optional();
    }

    /** Oldest first. */
    List<KnownKey> list() {
        return jdbc.sql("select * from audit_key order by generation")
                .query(KnownKeys::known)
                .list();
    }

    /** Nothing if another node was faster. */
    void add(int generation, NoteKey key, Instant at) {
        add(generation, key, at, null, null);
    }

    void add(
            int generation,
            NoteKey key,
            Instant at,
            @Nullable Actor actor,
            @Nullable String reason) {
        jdbc.sql(
                        """
                        insert into audit_key (generation, vkey, at, actor_id, actor_name, reason)
                        values (:generation, :vkey, :at, :actor::uuid, :name, :reason) on conflict do nothing
                        """)
                .param("generation", generation)
                .param("vkey", key.vkey())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor == null ? null : actor.id())
                .param("name", actor == null ? null : actor.name())
                .param("reason", reason)
                .update();
    }

    private static KnownKey known(ResultSet row, int number) throws SQLException {
        return new KnownKey(
                row.getInt("generation"),
                row.getString("vkey"),
                LoggedEvents.instant(row, "at"),
                row.getString("actor_name"),
                row.getString("reason"));
    }
}
