package org.kedang.approval;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.form.Label;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Listings.Rows;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** All requests of the house, for those who may see every one of them. */
@Repository
public class Overseeing {
    private static final int MOST_EXPORTED = 50_000;
    private static final int AT_ONCE = 2_000;

    /** Pages that begin behind so many rows are found before anything is told of them. */
    private static final int FAR = 200;

    private static final String NEWEST_FIRST = "r.submitted_at desc, r.id desc";

    private static final String COLUMNS =
            """
            r.id, r.number, r.type, r.title, r.state, r.requester_id, r.department_id, r.submitted_at, r.closed_at,
            coalesce((select string_agg(p.name, '、' order by p.name) from approval_task t join person p on p.id = t.person_id
                where t.request_id = r.id and t.state = 'OPEN'), '') waits_for,
            exists (select 1 from approval_step s where s.request_id = r.id and %s) late
            """
                    .formatted(RequestQuestion.LATE);

    /**
     * A request among all.
     *
     * @param waitsFor names of those who are to decide now
     * @param late whether a step was, or is, decided too late
     */
    @Schema(name = "ApprovalOverseen")
    public record Overseen(
            UUID id,
            String number,
            String type,
            Label typeName,
            String title,
            RequestState state,
            String requesterName,
            String departmentName,
            Instant submittedAt,
            @Nullable Instant closedAt,
            String waitsFor,
            boolean late) {}

    /** A sheet that is made while it is written. */
    @FunctionalInterface
    public interface Export {
        void to(OutputStream out) throws IOException;
    }

    private final Listings listings;
    private final RequestTypes types;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Overseeing(
            Listings listings,
            RequestTypes types,
            Directory directory,
            JdbcClient jdbc,
            Audit audit,
            Clock clock) {
        this.listings = listings;
        this.types = types;
        this.directory = directory;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The requests behind a figure, the newest first.
     *
     * @throws Problem {@code request-span-backwards}, {@code request-span-too-long}
     */
    public Listing<Overseen> list(RequestQuestion question, Paging paging) {
        Rows rows = rows(question.checked());
        Rows placed =
                paging.offset() < FAR
                        ? rows
                        : start(rows, paging.offset()).map(rows::from).orElse(rows);
        return listings.read(placed, paging, (row, n) -> overseen(row));
    }

    /** Where a far page begins, without telling of any request before it what the list tells. */
    private Optional<Listings.Start> start(Rows rows, int offset) {
        return jdbc.sql(
                        "select r.submitted_at, r.id from %s where %s order by %s offset %d limit 1"
                                .formatted(rows.from(), rows.where().sql(), rows.order(), offset))
                .params(rows.where().params())
                .query((row, n) -> new Listings.Start(from(row), 0))
                .optional();
    }

    private static SqlPredicate from(ResultSet row) throws SQLException {
        return new SqlPredicate(
                "(r.submitted_at, r.id) <= (:startAt, :startId)",
                Map.of(
                        "startAt",
                        row.getObject("submitted_at", OffsetDateTime.class),
                        "startId",
                        row.getObject("id", UUID.class)));
    }

    Rows rows(RequestQuestion question) {
        Instant now = clock.instant();
        // a whole minute, so that pages of one list are known to be of one list
        Instant minute = Instant.ofEpochSecond(now.getEpochSecond() / 60 * 60);
        return new Rows(
                COLUMNS,
                "approval_request r",
                question.where(minute)
                        .and(new SqlPredicate("true", Map.of("now", RequestQuestion.at(minute)))),
                NEWEST_FIRST);
    }

    /**
     * The same as an Excel sheet, which is in the log before the first byte leaves.
     *
     * @throws Problem {@code too-many-to-export}, and as {@link #list}
     */
    public Export export(Actor by, RequestQuestion question, String reason) {
        Rows rows = rows(question.checked());
        int count = count(rows);
        if (count > MOST_EXPORTED) {
            throw Problem.of(ApprovalProblem.TOO_MANY_REQUESTS, MOST_EXPORTED);
        }
        audit.recordRead(
                Entry.of(by, ApprovalAct.LIST_EXPORTED)
                        .reason(reason)
                        .change("requests", null, count)
                        .change("asked", null, question.toString()));
        return out -> write(rows, out);
    }

    private int count(Rows rows) {
        return jdbc.sql(
                        "select count(*) from (select 1 from %s where %s limit %d) counted"
                                .formatted(rows.from(), rows.where().sql(), MOST_EXPORTED + 1))
                .params(rows.where().params())
                .query(Integer.class)
                .single();
    }

    private void write(Rows rows, OutputStream out) throws IOException {
        RequestSheet sheet = new RequestSheet(out);
        SqlPredicate rest = rows.where();
        List<Overseen> page;
        do {
            page = page(rows, rest);
            page.forEach(sheet::add);
            sheet.flush();
            if (!page.isEmpty()) {
                rest = rows.where().and(behind(page.getLast()));
            }
        } while (page.size() == AT_ONCE);
        sheet.finish();
    }

    private List<Overseen> page(Rows rows, SqlPredicate where) {
        return jdbc.sql(
                        "select %s from %s where %s order by %s limit %d"
                                .formatted(
                                        rows.columns(),
                                        rows.from(),
                                        where.sql(),
                                        rows.order(),
                                        AT_ONCE))
                .params(where.params())
                .query((row, n) -> overseen(row))
                .list();
    }

    private static SqlPredicate behind(Overseen last) {
        return new SqlPredicate(
                "(r.submitted_at, r.id) < (:lastAt, :lastId)",
                Map.of("lastAt", RequestQuestion.at(last.submittedAt()), "lastId", last.id()));
    }

    private Overseen overseen(ResultSet row) throws SQLException {
        String type = row.getString("type");
        return new Overseen(
                row.getObject("id", UUID.class),
                row.getString("number"),
                type,
                types.nameOf(type),
                row.getString("title"),
                RequestState.valueOf(row.getString("state")),
                directory.personName(row.getObject("requester_id", UUID.class)),
                directory.departmentName(row.getObject("department_id", UUID.class)),
                Objects.requireNonNull(Requests.instant(row, "submitted_at")),
                Requests.instant(row, "closed_at"),
                row.getString("waits_for"),
                row.getBoolean("late"));
    }
}
