package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads the sealed log piece by piece. What is sealed never changes, so many short questions see
 * the same as one long transaction would.
 */
@Repository
class LogPages {
    /**
     * A leaf as it is kept.
     *
     * @param event {@code null} if somebody removed it
     */
    record Leaf(long index, byte[] hash, @Nullable LoggedEvent event) {}

    /**
     * @param index of a complete block of 256 leaves
     */
    record Block(long index, byte[] hash) {}

    record Note(long size, String text) {}

    /** A note and the RFC 3161 token over it. */
    record Stamp(long size, String note, String authority, byte[] token) {}

    /** Events are sealed so long after their time at most, a long transaction included. */
    private static final Duration LATE = Duration.ofMinutes(10);

    /** Clocks of nodes differ by less. */
    private static final Duration EARLY = Duration.ofSeconds(5);

    private static final String LEAVES =
            "select l.index as leaf, l.hash as leaf_hash, "
                    + LoggedEvents.COLUMNS
                    + " from audit_leaf l left join audit_event e on e.at = l.event_at and e.id ="
                    + " l.event_id where ";

    /** No leaf in the tree for this event at this time: one whose time was changed has none. */
    private static final String WITHOUT_LEAF =
            "not exists (select 1 from audit_leaf l where l.event_id = e.id and l.event_at = e.at"
                    + " and l.index < :tree)";

    private final JdbcClient jdbc;
    private final LoggedEvents events;

    LogPages(JdbcClient jdbc, LoggedEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** How many leaves the newest checkpoint seals. */
    long size() {
        return jdbc.sql("select coalesce(max(size), 0) from audit_checkpoint")
                .query(Long.class)
                .single();
    }

    /** When the checkpoint of this size was made, if there is one. */
    Optional<Instant> findSealedAt(long size) {
        return jdbc.sql("select at from audit_checkpoint where size = :size")
                .param("size", size)
                .query((row, number) -> LoggedEvents.instant(row, "at"))
                .optional();
    }

    /** The first leaf that may be of an event from this moment on. */
    long start(Instant moment) {
        return jdbc.sql(
                        "select size from audit_checkpoint where at <= :at order by at desc, size"
                                + " desc limit 1")
                .param("at", moment.minus(EARLY).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** One behind the last leaf that may be of an event before this moment. */
    long end(Instant moment) {
        return jdbc.sql(
                        "select size from audit_checkpoint where at > :at order by at, size limit"
                                + " 1")
                .param("at", moment.plus(LATE).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .orElseGet(this::size);
    }

    /** The leaves from one index to before another, as far as they are there. */
    List<Leaf> leaves(long from, long to) {
        return jdbc.sql(LEAVES + "l.index >= :from and l.index < :to order by l.index")
                .param("from", from)
                .param("to", to)
                .query(this::leaf)
                .list();
    }

    List<Leaf> leaves(List<Long> indexes) {
        return jdbc.sql(LEAVES + "l.index in (:indexes) order by l.index")
                .param("indexes", indexes)
                .query(this::leaf)
                .list();
    }

    /** Indexes of the sealed events {@code e} for which the condition holds, in order. */
    List<Long> indexes(SqlPredicate where, long size, int most) {
        return jdbc.sql(
                        "select l.index from audit_event e join audit_leaf l on l.event_id = e.id"
                                + " and l.event_at = e.at where l.index < :size and ("
                                + where.sql()
                                + ") order by l.index limit :most")
                .params(where.params())
                .param("size", size)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /**
     * Events without a leaf, in order of time, after one of them.
     *
     * @param tree how many leaves count
     * @param last {@code null} to begin
     */
    List<LoggedEvent> unsealed(
            SqlPredicate where, long tree, @Nullable LoggedEvent last, int most) {
        Instant at = last == null ? Instant.EPOCH : last.at();
        UUID id = last == null ? new UUID(0, 0) : last.id();
        return jdbc.sql(
                        "select "
                                + LoggedEvents.COLUMNS
                                + " from audit_event e where e.at >= :afterAt and (e.at, e.id) >"
                                + " (:afterAt, :afterId) and "
                                + WITHOUT_LEAF
                                + " and ("
                                + where.sql()
                                + ") order by e.at, e.id limit :most")
                .params(where.params())
                .param("afterAt", at.atOffset(ZoneOffset.UTC))
                .param("afterId", id)
                .param("tree", tree)
                .param("most", most)
                .query((row, number) -> events.read(row))
                .list();
    }

    /** The server's own checkpoints, smallest first. */
    List<Note> notes(long from, long to, int most) {
        return jdbc.sql(
                        "select size, note from audit_checkpoint where size >= :from and size <="
                                + " :to order by size limit :most")
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query((row, number) -> new Note(row.getLong("size"), row.getString("note")))
                .list();
    }

    /** Time-stamps of checkpoints, smallest first; all of one size together. */
    List<Stamp> stamps(long from, long to, int sizes) {
        return jdbc.sql(
                        """
                        select size, c.note, s.authority, s.token
                        from audit_checkpoint c join audit_time_stamp s using (size)
                        where size in (select distinct size from audit_time_stamp
                            where size between :from and :to order by size limit :most)
                        order by size, s.authority
                        """)
                .param("from", from)
                .param("to", to)
                .param("most", sizes)
                .query(
                        (row, number) ->
                                new Stamp(
                                        row.getLong("size"),
                                        row.getString("note"),
                                        row.getString("authority"),
                                        row.getBytes("token")))
                .list();
    }

    List<Block> blocks(long from, long to) {
        return jdbc.sql(
                        "select index, hash from audit_node where level = 1 and index >= :from and"
                                + " index < :to order by index")
                .param("from", from)
                .param("to", to)
                .query((row, number) -> new Block(row.getLong("index"), row.getBytes("hash")))
                .list();
    }

    /** The tree over the first leaves, for as many questions as it should remember rows. */
    Tree tree(long size) {
        return new Tree(size, new StoredNodes(jdbc));
    }

    private Leaf leaf(ResultSet row, int number) throws SQLException {
        byte[] hash = row.getBytes("leaf_hash");
        return new Leaf(
                row.getLong("leaf"),
                Arrays.copyOf(hash, hash.length),
                row.getObject("id") == null ? null : events.read(row));
    }
}
