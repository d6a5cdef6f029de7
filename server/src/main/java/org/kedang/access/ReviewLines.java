package org.kedang.access;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Directory;
import org.kedang.identity.Granting;
import org.kedang.identity.ReviewableGrants.Key;
import org.kedang.identity.ReviewableGrants.Kind;
import org.kedang.identity.ReviewableGrants.Reviewable;
import org.kedang.identity.Role;
import org.kedang.identity.Roles;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reviews and their lines, as rows. */
@Repository
public class ReviewLines {
    /** A review that is not settled. */
    record OpenReview(UUID id, LocalDate dueOn) {}

    /** A line as the rules see it. */
    record Waiting(
            UUID id,
            UUID reviewId,
            Key key,
            @Nullable UUID personId,
            @Nullable String role,
            @Nullable UUID reviewerId,
            ReviewLine.State state) {
        boolean isWaiting() {
            return state == ReviewLine.State.OPEN || state == ReviewLine.State.OVERDUE;
        }
    }

    private static final String WAITING = "l.state in ('OPEN', 'OVERDUE')";

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Roles roles;
    private final Granting granting;
    private final Clock clock;

    ReviewLines(JdbcClient jdbc, Directory directory, Roles roles, Granting granting, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.roles = roles;
        this.granting = granting;
        this.clock = clock;
    }

    /** Whether there was none of this period before. */
    boolean addReview(UUID id, String period, UUID by, LocalDate dueOn) {
        return jdbc.sql(
                                """
                                insert into access_review (id, period, started_at, started_by, due_on)
                                values (:id, :period, :now, :by, :due) on conflict (period) do nothing
                                """)
                        .param("id", id)
                        .param("period", period)
                        .param("now", now())
                        .param("by", by)
                        .param("due", dueOn)
                        .update()
                == 1;
    }

    void add(UUID review, List<Reviewable> all, Function<Reviewable, @Nullable UUID> reviewer) {
        for (Reviewable one : all) {
            boolean role = one.key().kind() == Kind.ROLE;
            jdbc.sql(
                            """
                            insert into access_review_line (id, review_id, role_grant_id, explicit_grant_id, person_id, department_id,
                                                            role, office, valid_until, reviewer_id, state)
                            values (:id, :review, :roleGrant, :explicit, :person, :department, :role, :office, :until, :reviewer, 'OPEN')
                            """)
                    .param("id", Ids.next())
                    .param("review", review)
                    .param("roleGrant", role ? one.key().id() : null)
                    .param("explicit", role ? null : one.key().id())
                    .param("person", one.personId())
                    .param("department", one.departmentId())
                    .param("role", one.role())
                    .param("office", one.office())
                    .param("until", time(one.validUntil()))
                    .param("reviewer", reviewer.apply(one))
                    .update();
        }
    }

    List<OpenReview> listOpenReviews() {
        return jdbc.sql(
                        "select id, due_on from access_review where closed_at is null order by"
                                + " started_at for update")
                .query(OpenReview.class)
                .list();
    }

    List<Waiting> listWaiting(UUID review) {
        return jdbc.sql(
                        "select l.* from access_review_line l where l.review_id = :review and "
                                + WAITING
                                + " order by l.id for update")
                .param("review", review)
                .query((row, n) -> waiting(row))
                .list();
    }

    Waiting lock(UUID id) {
        return jdbc.sql("select l.* from access_review_line l where l.id = :id for update")
                .param("id", id)
                .query((row, n) -> waiting(row))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    void assign(UUID line, @Nullable UUID reviewer) {
        jdbc.sql(
                        "update access_review_line set reviewer_id = :reviewer where id = :id and"
                                + " reviewer_id is distinct from :reviewer")
                .param("id", line)
                .param("reviewer", reviewer, java.sql.Types.OTHER)
                .update();
    }

    void end(UUID line) {
        state(line, ReviewLine.State.ENDED);
    }

    void lapse(UUID line) {
        state(line, ReviewLine.State.OVERDUE);
    }

    private void state(UUID line, ReviewLine.State state) {
        jdbc.sql("update access_review_line set state = :state where id = :id")
                .param("id", line)
                .param("state", state.name())
                .update();
    }

    void settle(UUID line, ReviewRounds.Decision decision, UUID by, @Nullable String note) {
        jdbc.sql(
                        """
                        update access_review_line set state = :state, decided_by = :by, decided_at = :now, note = :note
                        where id = :id
                        """)
                .param("id", line)
                .param("state", decision == ReviewRounds.Decision.CONFIRM ? "CONFIRMED" : "REVOKED")
                .param("by", by)
                .param("now", now())
                .param("note", note)
                .update();
    }

    void closeIfSettled(UUID review) {
        jdbc.sql(
                        """
                        update access_review r set closed_at = :now where r.id = :id and r.closed_at is null
                          and not exists (select 1 from access_review_line l where l.review_id = r.id and %s)
                        """
                                .formatted(WAITING))
                .param("id", review)
                .param("now", now())
                .update();
    }

    /** All reviews, newest first. */
    public List<AccessReview> listReviews() {
        return jdbc.sql(
                        """
                        select r.id, r.period, r.started_at, r.due_on, r.closed_at, count(l.id) lines,
                               count(*) filter (where l.state in ('CONFIRMED', 'REVOKED', 'ENDED')) settled,
                               count(*) filter (where l.state = 'CONFIRMED') confirmed,
                               count(*) filter (where l.state = 'REVOKED') revoked,
                               count(*) filter (where l.state = 'OVERDUE') overdue
                        from access_review r left join access_review_line l on l.review_id = r.id
                        group by r.id order by r.period desc limit 100
                        """)
                .query(AccessReview.class)
                .list();
    }

    /** Lines of one review, or those that wait for the actor. */
    public Listing<ReviewLine> list(
            Actor actor,
            @Nullable UUID review,
            ReviewLine.@Nullable State state,
            boolean mine,
            Paging paging) {
        SqlPredicate where = mine ? waitingFor(actor) : SqlPredicate.TRUE;
        if (review != null) {
            where = where.and(SqlPredicate.of("l.review_id = :review", "review", review));
        }
        if (state != null) {
            where = where.and(SqlPredicate.of("l.state = :state", "state", state.name()));
        }
        long counted = count(where);
        Map<String, Role> byCode =
                roles.listAll().stream().collect(Collectors.toMap(Role::code, role -> role));
        List<ReviewLine> page =
                jdbc.sql(
                                """
                                select l.*, r.period, (%s) mine from access_review_line l join access_review r on r.id = l.review_id
                                where %s order by r.period desc, l.person_id, l.id limit :size offset :offset
                                """
                                        .formatted(waitingFor(actor).sql(), where.sql()))
                        .params(where.params())
                        .params(waitingFor(actor).params())
                        .param("size", paging.size())
                        .param("offset", paging.offset())
                        .query((row, n) -> line(row, byCode))
                        .list();
        return Listing.of(page, paging, counted);
    }

    /** How many wait for the actor. */
    public long countWaitingFor(Actor actor) {
        return count(waitingFor(actor));
    }

    private long count(SqlPredicate where) {
        return jdbc.sql(
                        "select count(*) from (select 1 from access_review_line l where %s limit 10001) c"
                                .formatted(where.sql()))
                .params(where.params())
                .query(Long.class)
                .single();
    }

    /** The same question as {@link ReviewRounds#isFor}, for rows. */
    private SqlPredicate waitingFor(Actor actor) {
        String mine = "l.reviewer_id = :me";
        if (granting.isOfficer(actor)) {
            mine += " or l.reviewer_id is null or l.state = 'OVERDUE'";
        } else if (actor.may(Permission.GRANT_APPROVE)) {
            mine += " or (l.reviewer_id is null and l.role = 'SECURITY_OFFICER')";
        }
        return SqlPredicate.of(
                WAITING + " and l.person_id is distinct from :me and (" + mine + ")",
                "me",
                actor.id());
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        UUID role = row.getObject("role_grant_id", UUID.class);
        return new Waiting(
                row.getObject("id", UUID.class),
                row.getObject("review_id", UUID.class),
                role == null
                        ? new Key(Kind.EXPLICIT, row.getObject("explicit_grant_id", UUID.class))
                        : new Key(Kind.ROLE, role),
                row.getObject("person_id", UUID.class),
                row.getString("role"),
                row.getObject("reviewer_id", UUID.class),
                ReviewLine.State.valueOf(row.getString("state")));
    }

    private ReviewLine line(ResultSet row, Map<String, Role> byCode) throws SQLException {
        Waiting line = waiting(row);
        Optional<Role> role = Optional.ofNullable(line.role()).map(byCode::get);
        UUID decidedBy = row.getObject("decided_by", UUID.class);
        return new ReviewLine(
                line.id(),
                line.personId(),
                line.personId() == null ? null : directory.personName(line.personId()),
                directory.departmentName(row.getObject("department_id", UUID.class)),
                line.role(),
                role.map(Role::zh).orElse(line.role()),
                role.map(Role::en).orElse(line.role()),
                instant(row, "valid_until"),
                line.reviewerId() == null ? null : directory.personName(line.reviewerId()),
                line.state(),
                row.getString("note"),
                decidedBy == null ? null : directory.personName(decidedBy),
                instant(row, "decided_at"),
                row.getString("period"),
                row.getBoolean("mine"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
