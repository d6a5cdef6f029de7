package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.LoggedEvent;
import org.kedang.audit.SealedEvent;
import org.kedang.audit.SealedEvents;
import org.kedang.calendar.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Goes through the sealed log batch by batch. What is found, what the rules remember, and how far
 * they have come is one transaction, so each event counts exactly once, also after a crash; the
 * lock on the cursor lets one node at a time.
 */
@Service
class Watching {
    private static final int BATCH = 2_000;

    /** What is older teaches the rules, and alarms nobody: it is history when Kedang is set up. */
    private static final Duration WORTH_AN_ALERT = Duration.ofDays(7);

    /** Memories of rules that count within a window or a day. */
    static final Set<RuleKind> SHORT =
            Set.of(
                    RuleKind.MASS_READING,
                    RuleKind.MASS_EXPORT,
                    RuleKind.UNUSUAL_HOURS,
                    RuleKind.REFUSALS_BY_PERSON,
                    RuleKind.REFUSALS_FROM_ADDRESS);

    private static final UUID NOBODY = new UUID(0, 0);

    private final SealedEvents log;
    private final Rules rules;
    private final Memories memories;
    private final RaisingAlerts raising;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Watching(
            SealedEvents log,
            Rules rules,
            Memories memories,
            RaisingAlerts raising,
            WorkingCalendar calendar,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.log = log;
        this.rules = rules;
        this.memories = memories;
        this.raising = raising;
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks at all that is sealed and not yet seen; nothing if another node is at it. */
    void catchUp() {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = Boolean.TRUE.equals(transaction.execute(status -> look()));
        }
    }

    /** Windows and days that are over need no memory. */
    void forget() {
        memories.forget(SHORT, clock.instant().minus(WORTH_AN_ALERT));
    }

    /** One batch, within the transaction that holds for all of it; whether there may be more. */
    boolean look() {
        Optional<Long> seen =
                jdbc.sql("select last_index from alert_cursor for update skip locked")
                        .query(Long.class)
                        .optional();
        List<SealedEvent> events = seen.map(index -> log.after(index, BATCH)).orElse(List.of());
        if (events.isEmpty()) {
            return false;
        }
        List<Happening> happenings = events.stream().map(Watching::happening).toList();
        Batch batch = new Batch(rules.list(), calendar.days());
        Instant now = clock.instant();
        batch.remember(memories, happenings);
        List<Found> found = batch.look(happenings, now.minus(WORTH_AN_ALERT));
        memories.keep(batch.changed(), now);
        raising.raise(found, now);
        jdbc.sql("update alert_cursor set last_index = :index")
                .param("index", events.getLast().index())
                .update();
        return events.size() == BATCH;
    }

    static Happening happening(SealedEvent sealed) {
        LoggedEvent event = sealed.event();
        return new Happening(
                sealed.index(),
                event.at(),
                somebody(event.actorId()),
                event.actorName(),
                Set.copyOf(event.roles()),
                event.address(),
                event.device(),
                event.act(),
                event.result().equals("REFUSED"),
                event.subjectId());
    }

    private static @Nullable UUID somebody(UUID actor) {
        return actor.equals(NOBODY) ? null : actor;
    }
}
