package org.kedang.handover;

import org.jspecify.annotations.Nullable;
import org.kedang.handover.Handover.Line;
import org.kedang.handover.Handover.LineState;
import org.kedang.identity.Directory;
import org.kedang.identity.Visibility;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Listings.Rows;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Reads handovers: whoever made one, whoever takes, and those who reach the department that takes.
 * Of customers only what the reader may see, but for whoever chose them.
 */
@Repository
public class HandoverRecords {
    private final JdbcClient jdbc;
    private final Listings listings;
    private final Directory directory;
    private final Clock clock;

    HandoverRecords(JdbcClient jdbc, Listings listings, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.listings = listings;
        this.directory = directory;
        this.clock = clock;
    }

    /** The latest first. */
    public Listing<Handover> list(Actor reader, Visibility visibility, Paging paging) {
        return listings.read(
                new Rows(
                        "h.*",
                        "handover h",
                        readable(reader, visibility),
                        "h.made_at desc, h.id desc"),
                paging,
                (row, n) -> handover(row, reader));
    }

    /**
     * @throws Problem {@code not-found}
     */
    public Handover get(Actor reader, Visibility visibility, UUID id) {
        SqlPredicate readable = readable(reader, visibility);
        return jdbc.sql("select h.* from handover h where h.id = :id and " + readable.sql())
                .param("id", id)
                .params(readable.params())
                .query((row, n) -> handover(row, reader))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    private static SqlPredicate readable(Actor reader, Visibility visibility) {
        SqlPredicate own =
                SqlPredicate.of(
                        "(h.made_by = :reader or h.to_owner = :reader)", "reader", reader.id());
        if (visibility.everything()) {
            return SqlPredicate.TRUE;
        }
        return visibility.departments().isEmpty()
                ? own
                : own.or(
                        SqlPredicate.of(
                                "h.to_department in (:reached)",
                                "reached",
                                visibility.departments()));
    }

    /** What became of each customer, in order. */
    public Listing<Line> lines(
            Actor reader,
            Visibility visibility,
            UUID id,
            @Nullable LineState state,
            Paging paging) {
        SqlPredicate chosen =
                SqlPredicate.of(
                        "exists (select 1 from handover h where h.id = l.handover_id and h.made_by"
                                + " = :maker)",
                        "maker",
                        reader.id());
        SqlPredicate where =
                SqlPredicate.of("l.handover_id = :handover", "handover", id)
                        .and(visibility.customers("c").or(chosen));
        return listings.read(
                new Rows(
                        "l.*, c.number customer_number, c.name customer_name",
                        "handover_line l join customer c on c.id = l.customer_id",
                        state == null
                                ? where
                                : where.and(
                                        SqlPredicate.of("l.state = :state", "state", state.name())),
                        "l.place"),
                paging,
                (row, n) -> line(row));
    }

    private Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("customer_id", UUID.class),
                row.getString("customer_number"),
                row.getString("customer_name"),
                directory.personName(row.getObject("old_owner", UUID.class)),
                directory.departmentName(row.getObject("old_department", UUID.class)),
                LineState.valueOf(row.getString("state")),
                instant(row, "done_at"));
    }

    private Handover handover(ResultSet row, Actor reader) throws SQLException {
        HandoverState state = HandoverState.valueOf(row.getString("state"));
        UUID maker = row.getObject("made_by", UUID.class);
        UUID taker = row.getObject("to_owner", UUID.class);
        boolean over = instant(row, "ended_at") != null;
        Instant made = row.getObject("made_at", OffsetDateTime.class).toInstant();
        return new Handover(
                row.getObject("id", UUID.class),
                row.getString("number"),
                taker,
                directory.personName(taker),
                directory.departmentName(row.getObject("to_department", UUID.class)),
                row.getString("reason"),
                state,
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("skipped"),
                row.getObject("request_id", UUID.class),
                directory.personName(maker),
                made,
                instant(row, "ended_at"),
                secondsLeft(row, state),
                !over && maker.equals(reader.id()));
    }

    private @Nullable Long secondsLeft(ResultSet row, HandoverState state) throws SQLException {
        Instant started = instant(row, "started_at");
        long settled = row.getInt("done") + (long) row.getInt("skipped");
        if (state != HandoverState.RUNNING || started == null || settled == 0) {
            return null;
        }
        long millis = Duration.between(started, clock.instant()).toMillis();
        return millis * (row.getInt("total") - settled) / settled / 1_000;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
