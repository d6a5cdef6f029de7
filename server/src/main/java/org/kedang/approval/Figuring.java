package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.ApprovalFigures.DayFigures;
import org.kedang.approval.ApprovalFigures.DepartmentFigures;
import org.kedang.approval.ApprovalFigures.PersonFigures;
import org.kedang.approval.ApprovalFigures.RequestCount;
import org.kedang.approval.ApprovalFigures.StepFigures;
import org.kedang.approval.ApprovalFigures.TypeFigures;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.form.Label;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Figures of approvals, from the rows of the requests themselves. */
@Repository
public class Figuring {
    private static final int MOST_PEOPLE = 50;

    private static final String ASKED =
            """
            with asked as materialized (
                select r.id, r.type, r.department_id, r.state, r.submitted_at, r.closed_at,
                    exists (select 1 from approval_step s where s.request_id = r.id and %s) late
                from approval_request r where %s)
            """;

    private static final String REQUESTS =
            """
            select (submitted_at at time zone 'Asia/Shanghai')::date as day, type, department_id, count(*) requests,
                count(*) filter (where state in ('OPEN', 'RETURNED')) open, count(*) filter (where state = 'APPROVED') approved,
                count(*) filter (where state = 'REJECTED') rejected, count(*) filter (where late) late,
                percentile_cont(0.5) within group (order by extract(epoch from closed_at - submitted_at)) / 3600 hours
            from asked group by grouping sets ((), (1), (type), (department_id)) order by requests desc
            """;

    private static final String STEPS =
            """
            select a.type, s.node, (array_agg(s.name_zh))[1] zh, (array_agg(s.name_en))[1] en, count(*) times,
                count(*) filter (where s.left_at is null) waiting, count(*) filter (where %s) late,
                percentile_cont(0.5) within group (order by extract(epoch from coalesce(s.left_at, :now) - s.entered_at)) / 3600 hours
            from asked a join approval_step s on s.request_id = a.id group by a.type, s.node order by hours desc, a.type, s.node
            """
                    .formatted(RequestQuestion.LATE);

    private static final String PEOPLE =
            """
            select coalesce(t.decided_by, t.person_id) person, count(t.decided_at) decided,
                count(*) filter (where t.state = 'REJECTED') rejected, count(*) filter (where t.state = 'OPEN') open,
                percentile_cont(0.5) within group (order by extract(epoch from t.decided_at - t.opened_at)) / 3600 hours
            from asked a join approval_task t on t.request_id = a.id
            where t.decided_at is not null or t.state = 'OPEN' group by 1 order by count(*) desc, 1 limit :most
            """;

    /** One line of grouping; what it is not grouped by is missing. */
    private record Group(
            @Nullable String day,
            @Nullable String type,
            @Nullable UUID department,
            RequestCount count) {}

    private final JdbcClient jdbc;
    private final RequestTypes types;
    private final Directory directory;
    private final Audit audit;
    private final Clock clock;

    Figuring(JdbcClient jdbc, RequestTypes types, Directory directory, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.types = types;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The figures; that they were read is in the log.
     *
     * @throws Problem {@code request-span-backwards}, {@code request-span-too-long}
     */
    public ApprovalFigures read(Actor by, RequestQuestion question) {
        Instant now = clock.instant();
        SqlPredicate where = question.checked().where(now);
        List<Group> groups = ask(REQUESTS, where, now, (row, n) -> group(row));
        audit.recordRead(Entry.of(by, ApprovalAct.FIGURES_READ).reason(question.toString()));
        return new ApprovalFigures(
                question.first(),
                question.last(),
                groups.stream().filter(Figuring::isAll).findFirst().orElseThrow().count(),
                days(groups),
                groups.stream().filter(one -> one.type() != null).map(this::type).toList(),
                groups.stream()
                        .filter(one -> one.department() != null)
                        .map(this::department)
                        .toList(),
                ask(STEPS, where, now, (row, n) -> step(row)),
                ask(PEOPLE, where, now, (row, n) -> person(row)));
    }

    private <T> List<T> ask(String sql, SqlPredicate where, Instant now, RowMapper<T> mapper) {
        return jdbc.sql(ASKED.formatted(RequestQuestion.LATE, where.sql()) + sql)
                .params(where.params())
                .param("now", RequestQuestion.at(now))
                .param("most", MOST_PEOPLE)
                .query(mapper)
                .list();
    }

    private static boolean isAll(Group group) {
        return group.day() == null && group.type() == null && group.department() == null;
    }

    private static List<DayFigures> days(List<Group> groups) {
        return groups.stream()
                .filter(one -> one.day() != null)
                .map(
                        one ->
                                new DayFigures(
                                        LocalDate.parse(Objects.requireNonNull(one.day())),
                                        one.count()))
                .sorted(Comparator.comparing(DayFigures::day))
                .toList();
    }

    private TypeFigures type(Group group) {
        String type = Objects.requireNonNull(group.type());
        return new TypeFigures(type, types.nameOf(type), group.count());
    }

    private DepartmentFigures department(Group group) {
        UUID id = Objects.requireNonNull(group.department());
        return new DepartmentFigures(id, directory.departmentName(id), group.count());
    }

    private static Group group(ResultSet row) throws SQLException {
        return new Group(
                row.getString("day"),
                row.getString("type"),
                row.getObject("department_id", UUID.class),
                new RequestCount(
                        row.getLong("requests"),
                        row.getLong("open"),
                        row.getLong("approved"),
                        row.getLong("rejected"),
                        row.getLong("late"),
                        hours(row)));
    }

    private StepFigures step(ResultSet row) throws SQLException {
        String type = row.getString("type");
        return new StepFigures(
                type,
                types.nameOf(type),
                row.getString("node"),
                Label.of(row.getString("zh"), row.getString("en")),
                row.getLong("times"),
                row.getLong("waiting"),
                row.getLong("late"),
                hours(row));
    }

    private PersonFigures person(ResultSet row) throws SQLException {
        UUID id = row.getObject("person", UUID.class);
        return new PersonFigures(
                id,
                directory.personName(id),
                row.getLong("decided"),
                row.getLong("rejected"),
                row.getLong("open"),
                hours(row));
    }

    private static @Nullable Double hours(ResultSet row) throws SQLException {
        double hours = row.getDouble("hours");
        return row.wasNull() ? null : Math.round(hours * 100) / 100.0;
    }
}
