package org.kedang.oversight;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.AuditTrail.AuditEvent;
import org.kedang.audit.AuditTrail.Question;
import org.kedang.audit.Entry;
import org.kedang.audit.WatchedTrail;
import org.kedang.calendar.WorkingCalendar;
import org.kedang.calendar.WorkingDays;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The security officer watches what people did while a system or network administrator's role
 * counted for them, and nothing else of the log.
 */
@Service
public class OverseeingAdministrators {
    private static final SqlPredicate WATCHED = new SqlPredicate("administrator", Map.of());

    private static final TypeReference<List<AdministratorReport.Inspected>> INSPECTED =
            new TypeReference<>() {};

    private static final String LINES =
            """
            with h as (
              select actor_id, extract(hour from hour at time zone 'Asia/Shanghai')::int as hour_of_day,
                (hour at time zone 'Asia/Shanghai')::date as day, events
              from activity_hour where administrator and hour >= :from and hour < :until),
            n as (
              select actor_id,
                sum(events) filter (where case when :nightFrom <= :nightUntil
                  then hour_of_day >= :nightFrom and hour_of_day < :nightUntil
                  else hour_of_day >= :nightFrom or hour_of_day < :nightUntil end) as night,
                sum(events) filter (where day = any (:daysOff::date[])) as days_off
              from h group by actor_id),
            d as (
              select actor_id, sum(events) as events, sum(changes) as changes,
                sum(events) filter (where refused) as refused
              from activity_day where administrator and day between :first and :last group by actor_id)
            select d.*, n.night, n.days_off from d left join n using (actor_id) order by d.events desc, d.actor_id
            """;

    private final JdbcClient jdbc;
    private final WatchedTrail trail;
    private final Activity activity;
    private final ReviewRules rules;
    private final WorkingCalendar calendar;
    private final Directory directory;
    private final Audit audit;
    private final ObjectMapper json;
    private final Clock clock;

    OverseeingAdministrators(
            JdbcClient jdbc,
            WatchedTrail trail,
            Activity activity,
            ReviewRules rules,
            WorkingCalendar calendar,
            Directory directory,
            Audit audit,
            ObjectMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.activity = activity;
        this.rules = rules;
        this.calendar = calendar;
        this.directory = directory;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** The figures of a span; that they were read is in the log. */
    public AdministratorFigures read(Actor actor, LocalDate first, LocalDate last) {
        Span span = Span.checked(first, last, clock);
        audit.recordRead(Entry.of(actor, OversightAct.ADMINISTRATORS_READ).reason(span.toString()));
        return figures(span);
    }

    private AdministratorFigures figures(Span span) {
        ReviewRule rule = rules.current();
        List<AdministratorFigures.Line> lines =
                jdbc.sql(LINES)
                        .param("first", span.first())
                        .param("last", span.last())
                        .param("from", span.from().atOffset(ZoneOffset.UTC))
                        .param("until", span.until().atOffset(ZoneOffset.UTC))
                        .param("daysOff", daysOff(span))
                        .param("nightFrom", rule.nightFrom())
                        .param("nightUntil", rule.nightUntil())
                        .query((row, n) -> line(row))
                        .list();
        return new AdministratorFigures(
                activity.figures(span, WATCHED), lines, rule.nightFrom(), rule.nightUntil());
    }

    /** Weekends and holidays, without the weekends that are worked. */
    private String[] daysOff(Span span) {
        WorkingDays days = calendar.days();
        return span.first()
                .datesUntil(span.last().plusDays(1))
                .filter(day -> !days.isWorkingDay(day))
                .map(LocalDate::toString)
                .toArray(String[]::new);
    }

    private AdministratorFigures.Line line(ResultSet row) throws SQLException {
        UUID id = row.getObject("actor_id", UUID.class);
        return new AdministratorFigures.Line(
                id,
                directory.personName(id),
                row.getLong("events"),
                row.getLong("changes"),
                row.getLong("refused"),
                row.getLong("night"),
                row.getLong("days_off"));
    }

    /**
     * Events of administrators, with what they changed where it is no customer's content; that they
     * were read is in the log.
     *
     * @param person {@code null} for all of them
     */
    public Listing<AuditEvent> list(
            Actor actor,
            LocalDate first,
            LocalDate last,
            @Nullable UUID person,
            boolean refused,
            boolean changes,
            Paging paging) {
        Span span = Span.checked(first, last, clock);
        Question question =
                new Question(
                        null,
                        person,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        span.from(),
                        span.until());
        SqlPredicate which =
                Offices.EVENTS
                        .and(refused ? of("e.result = 'REFUSED'") : SqlPredicate.TRUE)
                        .and(changes ? of("e.changes is not null") : SqlPredicate.TRUE);
        return trail.list(actor, question, which, paging);
    }

    private static SqlPredicate of(String sql) {
        return new SqlPredicate(sql, Map.of());
    }

    /** Keeps a signed report with the figures of this moment. */
    @Transactional
    public UUID sign(
            Actor by,
            AdministratorReport.Kind kind,
            LocalDate first,
            LocalDate last,
            String conclusion,
            List<AdministratorReport.Inspected> inspected) {
        Span span = Span.checked(first, last, clock);
        UUID id = Ids.next();
        jdbc.sql(
                        """
                        insert into administrator_report (id, kind, first_day, last_day, signed_by, signed_at, conclusion,
                            figures, inspected)
                        values (:id, :kind, :first, :last, :by, :at, :conclusion, :figures::jsonb, :inspected::jsonb)
                        """)
                .param("id", id)
                .param("kind", kind.name())
                .param("first", span.first())
                .param("last", span.last())
                .param("by", by.id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("conclusion", conclusion)
                .param("figures", json.writeValueAsString(figures(span)))
                .param("inspected", json.writeValueAsString(inspected))
                .update();
        audit.record(
                Entry.of(by, OversightAct.REPORT_SIGNED)
                        .subject("administratorReport", id, span.toString())
                        .reason(conclusion));
        return id;
    }

    /** Signed reports, newest first. */
    public List<AdministratorReport> reports() {
        return jdbc.sql("select * from administrator_report order by signed_at desc limit 200")
                .query((row, n) -> report(row))
                .list();
    }

    public AdministratorReport report(Actor actor, UUID id) {
        AdministratorReport report =
                jdbc.sql("select * from administrator_report where id = :id")
                        .param("id", id)
                        .query((row, n) -> report(row))
                        .optional()
                        .orElseThrow(Problem::notFound);
        audit.recordRead(
                Entry.of(actor, OversightAct.REPORT_READ)
                        .subject(
                                "administratorReport",
                                id,
                                new Span(report.first(), report.last()).toString()));
        return report;
    }

    private AdministratorReport report(ResultSet row) throws SQLException {
        return new AdministratorReport(
                row.getObject("id", UUID.class),
                AdministratorReport.Kind.valueOf(row.getString("kind")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                directory.personName(row.getObject("signed_by", UUID.class)),
                row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                row.getString("conclusion"),
                json.readValue(row.getString("figures"), AdministratorFigures.class),
                json.readValue(row.getString("inspected"), INSPECTED));
    }
}
