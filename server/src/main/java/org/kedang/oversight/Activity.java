package org.kedang.oversight;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.ActClass;
import org.kedang.audit.Audit;
import org.kedang.audit.DeclaredActs;
import org.kedang.audit.Entry;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.SqlPredicate;
import org.kedang.oversight.ActivityFigures.ActCount;
import org.kedang.oversight.ActivityFigures.DayCount;
import org.kedang.oversight.ActivityFigures.HourCount;
import org.kedang.oversight.ActivityFigures.PersonCount;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Figures of activity; reads what was counted, never the log. */
@Service
public class Activity {
    private static final int TOP = 15;

    /** Where the sums are taken from: year-long figures of everybody need no row of each person. */
    private enum Rows {
        OF_ALL("activity_day_all", "activity_hour_all"),
        OF_PEOPLE("activity_day", "activity_hour");

        private final String days;
        private final String hours;

        Rows(String days, String hours) {
            this.days = days;
            this.hours = hours;
        }
    }

    private final JdbcClient jdbc;
    private final Directory directory;
    private final DeclaredActs acts;
    private final Audit audit;
    private final Clock clock;

    Activity(JdbcClient jdbc, Directory directory, DeclaredActs acts, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.acts = acts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The figures for whoever may read the log; that they were read is in the log.
     *
     * @param person {@code null} for everybody
     */
    public ActivityFigures read(
            Actor actor, LocalDate first, LocalDate last, @Nullable UUID person) {
        Span span = Span.checked(first, last, clock);
        ActivityFigures figures = figures(span, person);
        audit.recordRead(Entry.of(actor, OversightAct.ACTIVITY_READ).reason(span.toString()));
        return figures;
    }

    ActivityFigures figures(Span span, @Nullable UUID person) {
        return person == null
                ? figures(span, SqlPredicate.TRUE)
                : figures(
                        span,
                        SqlPredicate.of("actor_id = :person", "person", person),
                        Rows.OF_PEOPLE);
    }

    /**
     * Of everybody together.
     *
     * @param which a condition on the column {@code administrator}
     */
    ActivityFigures figures(Span span, SqlPredicate which) {
        return figures(span, which, Rows.OF_ALL);
    }

    private ActivityFigures figures(Span span, SqlPredicate whose, Rows rows) {
        List<DayCount> days = days(span, whose, rows);
        List<PersonCount> people = people(span, whose);
        List<ActCount> byAct = acts(span, whose, rows);
        return new ActivityFigures(
                span.first(),
                span.last(),
                countedUntil(),
                days.stream().mapToLong(DayCount::events).sum(),
                days.stream().mapToLong(DayCount::refused).sum(),
                people.stream().mapToLong(PersonCount::changes).sum(),
                people.size(),
                days,
                hours(span, whose, rows),
                people.stream().limit(TOP).toList(),
                byAct.stream().limit(TOP).toList(),
                byAct.stream()
                        .filter(act -> act.refused() > 0)
                        .sorted((a, b) -> Long.compare(b.refused(), a.refused()))
                        .limit(TOP)
                        .toList());
    }

    /** Whether anybody but this person, and not the system alone, did something. */
    boolean hasOthers(Span span, UUID person) {
        return jdbc.sql(
                        """
                        select exists (select 1 from activity_day where day between :first and :last
                            and actor_id not in (:person, '00000000-0000-0000-0000-000000000000'))
                        """)
                .param("first", span.first())
                .param("last", span.last())
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    private @Nullable Instant countedUntil() {
        return jdbc.sql("select at from activity_cursor where at is not null")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    private List<DayCount> days(Span span, SqlPredicate whose, Rows rows) {
        return query(
                """
                select day, act_class, sum(events) as events, sum(events) filter (where refused) as refused
                from %s where day between :first and :last and %s
                group by day, act_class order by day, act_class
                """,
                span,
                rows.days,
                whose,
                (row, n) ->
                        new DayCount(
                                row.getObject("day", LocalDate.class),
                                ActClass.values()[row.getInt("act_class")],
                                row.getLong("events"),
                                row.getLong("refused")));
    }

    private List<HourCount> hours(Span span, SqlPredicate whose, Rows rows) {
        return query(
                """
                select extract(isodow from hour at time zone 'Asia/Shanghai')::int as weekday,
                       extract(hour from hour at time zone 'Asia/Shanghai')::int as hour_of_day, sum(events) as events
                from %s where hour >= :from and hour < :until and %s
                group by 1, 2 order by 1, 2
                """,
                span,
                rows.hours,
                whose,
                (row, n) ->
                        new HourCount(
                                row.getInt("weekday"),
                                row.getInt("hour_of_day"),
                                row.getLong("events")));
    }

    private List<PersonCount> people(Span span, SqlPredicate whose) {
        return query(
                """
                select actor_id, sum(events) as events, sum(events) filter (where refused) as refused,
                       sum(changes) as changes
                from %s where day between :first and :last and %s
                group by actor_id order by 2 desc, 1
                """,
                span,
                Rows.OF_PEOPLE.days,
                whose,
                (row, n) ->
                        new PersonCount(
                                row.getObject("actor_id", UUID.class),
                                directory.personName(row.getObject("actor_id", UUID.class)),
                                row.getLong("events"),
                                row.getLong("refused"),
                                row.getLong("changes")));
    }

    private List<ActCount> acts(Span span, SqlPredicate whose, Rows rows) {
        return query(
                """
                select act, sum(events) as events, sum(events) filter (where refused) as refused
                from %s where day between :first and :last and %s
                group by act order by 2 desc, 1
                """,
                span,
                rows.days,
                whose,
                (row, n) -> {
                    String act = row.getString("act");
                    return new ActCount(
                            act,
                            acts.zh(act),
                            acts.en(act),
                            row.getLong("events"),
                            row.getLong("refused"));
                });
    }

    private <T> List<T> query(
            String sql, Span span, String table, SqlPredicate whose, RowMapper<T> mapper) {
        Map<String, Object> params = new HashMap<>(whose.params());
        params.put("first", span.first());
        params.put("last", span.last());
        params.put("from", span.from().atOffset(ZoneOffset.UTC));
        params.put("until", span.until().atOffset(ZoneOffset.UTC));
        return jdbc.sql(sql.formatted(table, whose.sql())).params(params).query(mapper).list();
    }
}
