package org.kedang.approval;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.form.Label;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Listings;
import org.kedang.kernel.Listings.Rows;
import org.kedang.kernel.Listings.Start;
import org.kedang.kernel.Paging;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What concerns a person: to do, done, submitted, copied. */
@Repository
public class Inbox {
    /** One of the four lists. */
    @Schema(name = "ApprovalBox")
    public enum Box {
        TODO,
        DONE,
        MINE,
        COPIED
    }

    /**
     * How much is to be done.
     *
     * @param more whether there is more than could be counted quickly
     */
    @Schema(name = "ApprovalCount")
    public record Count(int todo, boolean more) {}

    private static final int COUNTED = 99;

    /** Pages that begin behind so many rows are found by an index before anything is fetched. */
    private static final int FAR = 200;

    private static final String REQUEST =
            "r.id, r.number, r.type, r.title, r.state, r.requester_id, r.department_id,"
                    + " r.submitted_at";
    private static final String TASK =
            ", t.id task_id, s.name_zh, s.name_en, t.person_id, t.state task_state, t.urged_at";
    private static final String TASKS =
            "approval_task t join approval_step s on s.id = t.step_id join approval_request r on"
                    + " r.id = t.request_id";
    private static final String NO_TASK =
            ", null::uuid task_id, null name_zh, null name_en, null::uuid person_id, null"
                    + " task_state, null::timestamptz urged_at, null::timestamptz due_at";

    private final Listings listings;
    private final Deputies deputies;
    private final RequestTypes types;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Inbox(
            Listings listings,
            Deputies deputies,
            RequestTypes types,
            Directory directory,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.listings = listings;
        this.deputies = deputies;
        this.types = types;
        this.directory = directory;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * One list, the newest first.
     *
     * @param q how the number begins, else a part of the title
     * @param type code of a type
     */
    public Listing<InboxLine> list(
            Actor actor, Box box, @Nullable String q, @Nullable String type, Paging paging) {
        RequestSearch search = RequestSearch.of(q, type);
        Rows rows = rows(actor, box, search.predicate());
        if (search.isAll()) {
            rows = placed(rows, actor, box, paging);
        }
        Rows asked = rows;
        return search.planned(
                jdbc,
                transaction,
                () -> listings.read(asked, paging, (row, n) -> line(row, actor)));
    }

    /** What an index has in the order of the list; tasks of several people it has not. */
    private Rows placed(Rows rows, Actor actor, Box box, Paging paging) {
        if (box == Box.TODO && people(actor.id()).size() > 1) {
            return rows;
        }
        Optional<Start> start =
                paging.offset() < FAR ? Optional.empty() : start(actor, box, paging.offset());
        return start.map(here -> rows.byIndex().from(here)).orElseGet(rows::byIndex);
    }

    private Optional<Start> start(Actor actor, Box box, int offset) {
        Column column = Column.of(box);
        return jdbc.sql(
                        "select %1$s as at, %2$s as id from %3$s where %4$s order by %1$s desc, %2$s desc offset %5$d limit 1"
                                .formatted(
                                        column.at(),
                                        column.id(),
                                        column.table(),
                                        column.where(),
                                        offset))
                .param("me", actor.id())
                .query((row, n) -> column.from(row))
                .optional();
    }

    /** The index that has a box in order: its table, whose rows, and by what they are ordered. */
    private record Column(String table, String where, String at, String id) {
        static Column of(Box box) {
            return switch (box) {
                case TODO ->
                        new Column(
                                "approval_task t",
                                "t.state = 'OPEN' and t.person_id = :me",
                                "t.opened_at",
                                "t.id");
                case DONE ->
                        new Column(
                                "approval_task t",
                                "t.decided_at is not null and t.decided_by = :me",
                                "t.decided_at",
                                "t.id");
                case MINE ->
                        new Column(
                                "approval_request r",
                                "r.requester_id = :me",
                                "r.submitted_at",
                                "r.id");
                case COPIED ->
                        new Column(
                                "approval_copy c",
                                "c.person_id = :me",
                                "c.copied_at",
                                "c.request_id");
            };
        }

        Start from(ResultSet row) throws SQLException {
            return new Start(
                    new SqlPredicate(
                            "(%s, %s) <= (:startAt, :startId)".formatted(at, id),
                            Map.of(
                                    "startAt",
                                    row.getObject("at", OffsetDateTime.class),
                                    "startId",
                                    row.getObject("id", UUID.class))),
                    0);
        }
    }

    Rows rows(Actor actor, Box box, SqlPredicate narrowed) {
        return switch (box) {
            case TODO ->
                    new Rows(
                            REQUEST + TASK + ", s.due_at, t.opened_at at",
                            TASKS,
                            todo(actor).and(narrowed),
                            "t.opened_at desc, t.id desc");
            case DONE ->
                    new Rows(
                            REQUEST + TASK + ", null::timestamptz due_at, t.decided_at at",
                            TASKS,
                            SqlPredicate.of(
                                            "t.decided_at is not null and t.decided_by = :me",
                                            "me",
                                            actor.id())
                                    .and(narrowed),
                            "t.decided_at desc, t.id desc");
            case MINE ->
                    new Rows(
                            REQUEST + NO_TASK + ", r.submitted_at at",
                            "approval_request r",
                            SqlPredicate.of("r.requester_id = :me", "me", actor.id()).and(narrowed),
                            "r.submitted_at desc, r.id desc");
            case COPIED ->
                    new Rows(
                            REQUEST + NO_TASK + ", c.copied_at at",
                            "approval_copy c join approval_request r on r.id = c.request_id",
                            SqlPredicate.of("c.person_id = :me", "me", actor.id()).and(narrowed),
                            "c.copied_at desc, c.request_id desc");
        };
    }

    /** One's own and those of whom one stands in for, but nothing about oneself. */
    private SqlPredicate todo(Actor actor) {
        return SqlPredicate.of(
                        "t.state = 'OPEN' and t.person_id in (:people)",
                        "people",
                        people(actor.id()))
                .and(
                        SqlPredicate.of(
                                "r.requester_id <> :me and r.subject_person is distinct from :me",
                                "me",
                                actor.id()));
    }

    private Set<UUID> people(UUID person) {
        Set<UUID> people = new HashSet<>(deputies.standInFor(person));
        people.add(person);
        return people;
    }

    /** How much is to do, counted up to 99. */
    public Count count(Actor actor) {
        int counted =
                jdbc.sql(
                                """
                                select count(*) from (
                                    select 1 from approval_task where state = 'OPEN' and person_id in (:people) limit :most) counted
                                """)
                        .param("people", people(actor.id()))
                        .param("most", COUNTED + 1)
                        .query(Integer.class)
                        .single();
        return new Count(Math.min(counted, COUNTED), counted > COUNTED);
    }

    private InboxLine line(ResultSet row, Actor actor) throws SQLException {
        String type = row.getString("type");
        Optional<RequestType> known = types.find(type);
        String step = row.getString("name_zh");
        String decision = row.getString("task_state");
        UUID person = row.getObject("person_id", UUID.class);
        return new InboxLine(
                row.getObject("id", UUID.class),
                row.getString("number"),
                type,
                known.map(RequestType::name).orElse(Label.of(type, type)),
                row.getString("title"),
                RequestState.valueOf(row.getString("state")),
                directory.personName(row.getObject("requester_id", UUID.class)),
                directory.departmentName(row.getObject("department_id", UUID.class)),
                Objects.requireNonNull(Requests.instant(row, "submitted_at")),
                Objects.requireNonNull(Requests.instant(row, "at")),
                row.getObject("task_id", UUID.class),
                step == null ? null : Label.of(step, row.getString("name_en")),
                Requests.instant(row, "due_at"),
                person == null || person.equals(actor.id()) ? null : directory.personName(person),
                "OPEN".equals(decision) ? null : decision,
                Requests.instant(row, "urged_at") != null,
                known.map(RequestTypes::mayBatch).orElse(false));
    }
}
