package org.kedang.oversight;

import org.kedang.audit.SealedEvent;
import org.kedang.audit.SealedEvents;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts each sealed event once: the figures and how far they reach are one transaction, and one
 * node counts at a time.
 */
@Service
class CountingActivity {
    static final int BATCH = 10_000;

    private static final String DAYS =
            """
            insert into activity_day as kept (day, actor_id, act, act_class, refused, administrator, events, changes)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint activity_day_key
            do update set events = kept.events + excluded.events, changes = kept.changes + excluded.changes
            """;

    private static final String HOURS =
            """
            insert into activity_hour as kept (hour, actor_id, refused, administrator, events) values (?, ?, ?, ?, ?)
            on conflict on constraint activity_hour_key do update set events = kept.events + excluded.events
            """;

    private static final String WHOLE_DAYS =
            """
            insert into activity_day_all as kept (day, act, act_class, refused, administrator, events)
            values (?, ?, ?, ?, ?, ?)
            on conflict on constraint activity_day_all_key do update set events = kept.events + excluded.events
            """;

    private static final String WHOLE_HOURS =
            """
            insert into activity_hour_all as kept (hour, refused, administrator, events) values (?, ?, ?, ?)
            on conflict on constraint activity_hour_all_key do update set events = kept.events + excluded.events
            """;

    private static final String LEAVES =
            """
            insert into activity_leaves as kept (day, first_leaf, last_leaf) values (?, ?, ?)
            on conflict (day) do update set first_leaf = least(kept.first_leaf, excluded.first_leaf),
                last_leaf = greatest(kept.last_leaf, excluded.last_leaf)
            """;

    private final SealedEvents sealed;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    CountingActivity(SealedEvents sealed, JdbcClient jdbc, JdbcTemplate batches) {
        this.sealed = sealed;
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * Counts the next events.
     *
     * @return how many; 0 also while another node counts
     */
    @Transactional
    public int countNext() {
        Optional<Long> reached =
                jdbc.sql("select leaf from activity_cursor for update skip locked")
                        .query(Long.class)
                        .optional();
        if (reached.isEmpty()) {
            return 0;
        }
        List<SealedEvent> events = sealed.after(reached.get(), BATCH);
        if (!events.isEmpty()) {
            add(ActivityCount.of(events));
            reach(events.getLast());
        }
        return events.size();
    }

    private void add(ActivityCount count) {
        write(DAYS, count.days, CountingActivity::bindDay);
        write(HOURS, count.hours, CountingActivity::bindHour);
        write(
                WHOLE_DAYS,
                count.wholeDays,
                (row, day, events) -> {
                    row.setObject(1, day.day());
                    row.setString(2, day.act());
                    row.setInt(3, day.actClass());
                    row.setBoolean(4, day.refused());
                    row.setBoolean(5, day.administrator());
                    row.setLong(6, events);
                });
        write(
                WHOLE_HOURS,
                count.wholeHours,
                (row, hour, events) -> {
                    row.setObject(1, hour.hour().atOffset(ZoneOffset.UTC));
                    row.setBoolean(2, hour.refused());
                    row.setBoolean(3, hour.administrator());
                    row.setLong(4, events);
                });
        write(
                LEAVES,
                count.leaves,
                (row, day, leaves) -> {
                    row.setObject(1, day);
                    row.setLong(2, leaves.first());
                    row.setLong(3, leaves.last());
                });
    }

    private interface Binding<K, V> {
        void bind(PreparedStatement row, K key, V value) throws SQLException;
    }

    private <K, V> void write(String sql, Map<K, V> rows, Binding<K, V> binding) {
        List<Map.Entry<K, V>> all = new ArrayList<>(rows.entrySet());
        batches.batchUpdate(
                sql,
                all,
                1_000,
                (row, entry) -> binding.bind(row, entry.getKey(), entry.getValue()));
    }

    private static void bindDay(
            PreparedStatement row, ActivityCount.OfDay day, ActivityCount.Sum sum)
            throws SQLException {
        row.setObject(1, day.day());
        row.setObject(2, day.actor());
        row.setString(3, day.act());
        row.setInt(4, day.actClass());
        row.setBoolean(5, day.refused());
        row.setBoolean(6, day.administrator());
        row.setLong(7, sum.events());
        row.setLong(8, sum.changes());
    }

    private static void bindHour(PreparedStatement row, ActivityCount.OfHour hour, Long events)
            throws SQLException {
        row.setObject(1, hour.hour().atOffset(ZoneOffset.UTC));
        row.setObject(2, hour.actor());
        row.setBoolean(3, hour.refused());
        row.setBoolean(4, hour.administrator());
        row.setLong(5, events);
    }

    private void reach(SealedEvent last) {
        jdbc.sql(
                        "update activity_cursor set leaf = :leaf, at = greatest(at, :at) where"
                                + " only_one")
                .param("leaf", last.index())
                .param("at", last.event().at().atOffset(ZoneOffset.UTC))
                .update();
    }
}
