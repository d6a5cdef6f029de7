package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.calendar.WorkingCalendar;
import org.kedang.calendar.WorkingDays;
import org.kedang.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** When the clock does something with a step, as rows. */
@Repository
class Alarms {
    /** What the clock does. */
    enum Kind {
        REMIND,
        DUE,
        ESCALATE,
        EXPIRE
    }

    /** One alarm that is due. */
    record Alarm(UUID id, UUID stepId, UUID requestId, Kind kind) {}

    private final JdbcClient jdbc;
    private final Supplier<WorkingDays> days;
    private final Clock clock;

    @Autowired
    Alarms(JdbcClient jdbc, WorkingCalendar calendar, Clock clock) {
        this(jdbc, calendar::days, clock);
    }

    Alarms(JdbcClient jdbc, Supplier<WorkingDays> days, Clock clock) {
        this.jdbc = jdbc;
        this.days = days;
        this.clock = clock;
    }

    /** When a step that begins now should be decided. */
    @Nullable Instant due(Limits limits) {
        return limits.due() == null ? null : at(limits.due());
    }

    private Instant at(Term term) {
        return new WorkingTime(days.get()).after(clock.instant(), term);
    }

    /**
     * Sets the alarms of a step that begins now.
     *
     * @param decided whether people must decide, so that nothing expires
     */
    void set(StepRow step, Limits limits, boolean decided) {
        set(step, Kind.REMIND, limits.remind());
        set(step, Kind.DUE, limits.due());
        set(step, Kind.ESCALATE, limits.escalate());
        set(step, Kind.EXPIRE, decided ? null : limits.expire());
    }

    private void set(StepRow step, Kind kind, @Nullable Term term) {
        if (term != null) {
            jdbc.sql(
                            """
                            insert into approval_alarm (id, step_id, request_id, kind, at)
                            values (:id, :step, :request, :kind, :at)
                            """)
                    .param("id", Ids.next())
                    .param("step", step.id())
                    .param("request", step.request())
                    .param("kind", kind.name())
                    .param("at", at(term).atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** The requests of alarms that are due and that nobody is busy with, the oldest first. */
    Optional<Alarm> takeNext() {
        return jdbc.sql(
                        """
                        select id, step_id, request_id, kind from approval_alarm
                        where fired_at is null and at <= :now order by at, id limit 1 for update skip locked
                        """)
                .param("now", now())
                .query(Alarm.class)
                .optional();
    }

    void fired(UUID id) {
        jdbc.sql("update approval_alarm set fired_at = :now where id = :id")
                .param("id", id)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
