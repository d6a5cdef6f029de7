package org.kedang.audit;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The events of the log without a leaf. Which there are, the database says; what they say is taken
 * from memory where this process still holds it.
 */
final class UnsealedEvents {
    private static final int FETCH = 2000;

    /** When more than these have to be read, it is simpler to read all. */
    private static final int MOST_BY_ID = 500;

    /** An event without a leaf; what it says may be held in memory. */
    record Found(UUID id, UUID salt) {}

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate stream;
    private final LoggedEvents events;
    private final HeldEvents held;

    UnsealedEvents(JdbcTemplate rows, LoggedEvents events, HeldEvents held) {
        this.jdbc = JdbcClient.create(rows);
        this.stream = streaming(rows);
        this.events = events;
        this.held = held;
    }

    private static NamedParameterJdbcTemplate streaming(JdbcTemplate rows) {
        JdbcTemplate some = new JdbcTemplate(Objects.requireNonNull(rows.getDataSource()));
        some.setFetchSize(FETCH);
        return new NamedParameterJdbcTemplate(some);
    }

    /** So many of them at most, in their order. */
    List<Found> find(Delta delta, int most) {
        return jdbc.sql(
                        "select e.id, e.salt from audit_event e where "
                                + delta.where()
                                + " order by e.at, e.id limit :most")
                .params(delta.params())
                .param("most", most)
                .query(
                        (row, number) ->
                                new Found(
                                        row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    /** Time of the first. */
    Instant first(Delta delta) {
        return jdbc.sql("select min(e.at) as at from audit_event e where " + delta.where())
                .params(delta.params())
                .query((row, number) -> LoggedEvents.instant(row, "at"))
                .single();
    }

    /**
     * Tells those that were found, in their order. What is not held is read; if that is much, all
     * of it is.
     */
    void each(List<Found> found, Delta delta, Consumer<LoggedEvent> told) {
        Map<UUID, LoggedEvent> known = new HashMap<>();
        List<UUID> unknown = new ArrayList<>();
        for (Found one : found) {
            LoggedEvent event = held.take(one.id());
            if (event == null) {
                unknown.add(one.id());
            } else {
                known.put(one.id(), event.salted(one.salt()));
            }
        }
        if (unknown.size() > MOST_BY_ID) {
            each(delta, found.size(), told);
            return;
        }
        read(unknown, delta).forEach(event -> known.put(event.id(), event));
        found.stream().map(one -> known.get(one.id())).filter(Objects::nonNull).forEach(told);
    }

    private List<LoggedEvent> read(List<UUID> ids, Delta delta) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select "
                                        + LoggedEvents.COLUMNS
                                        + " from audit_event e where "
                                        + delta.where()
                                        + " and e.id in (:ids)")
                        .params(delta.params())
                        .param("ids", ids)
                        .query((row, number) -> events.read(row))
                        .list();
    }

    /** Reads so many at most and tells them in their order. */
    void each(Delta delta, int most, Consumer<LoggedEvent> told) {
        Map<String, Object> params = delta.params();
        params.put("most", most);
        stream.query(
                "select "
                        + LoggedEvents.COLUMNS
                        + " from audit_event e where "
                        + delta.where()
                        + " order by e.at, e.id limit :most",
                params,
                row -> {
                    told.accept(events.read(row));
                });
    }
}
