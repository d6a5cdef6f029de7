package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What waits to be sealed, as anyone may ask without disturbing the sealer. */
final class Unsealed {
    private static final int MOST = 10_000;

    /**
     * @param events at most 10,000
     * @param since time of the oldest; {@code null} if there is none
     */
    record Backlog(long events, @Nullable Instant since) {}

    private final JdbcClient jdbc;

    Unsealed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Backlog since(Optional<KeptCheckpoint> newest) {
        String base = newest.map(KeptCheckpoint::snapshot).orElse(null);
        String now = jdbc.sql("select pg_current_snapshot()::text").query(String.class).single();
        Delta delta = new Delta(base, now, null);
        return jdbc.sql(
                        "select count(*) as events, min(at) as since from (select e.at from"
                                + " audit_event e where "
                                + delta.where()
                                + " limit :most) found")
                .params(delta.params())
                .param("most", MOST)
                .query(
                        (row, number) -> {
                            OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
                            return new Backlog(
                                    row.getLong("events"),
                                    since == null ? null : since.toInstant());
                        })
                .single();
    }
}
