package org.kedang.alert;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kedang.alert.AdjustingRules.Adjustment;
import org.kedang.audit.SealedEvent;
import org.kedang.audit.SealedEvents;
import org.kedang.calendar.WorkingCalendar;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tries a rule's numbers on the log as it was lately, so that nobody adjusts blindly. */
@Service
public class TryingRules {
    private static final Duration LATELY = Duration.ofDays(30);
    private static final int MOST = 100_000;

    /** Rules that learn are shown more, so that they know what is usual. */
    private static final int MOST_TO_LEARN = 300_000;

    private static final int BATCH = 5_000;

    /**
     * What numbers would have given.
     *
     * @param alerts how many alerts
     * @param events how many events were looked at
     * @param since the first of them
     * @param whole whether these are all that count: those of the last 30 days, for a rule that
     *     learns also those of its days before; otherwise the last 100,000, or 300,000 if it learns
     * @param learns whether the rule learns from what was before
     */
    @Schema(name = "AlertPreview")
    public record AlertPreview(
            long alerts, long events, Instant since, boolean whole, boolean learns) {}

    private final SealedEvents log;
    private final Rules rules;
    private final AdjustingRules adjusting;
    private final WorkingCalendar calendar;
    private final JdbcClient jdbc;
    private final Clock clock;

    TryingRules(
            SealedEvents log,
            Rules rules,
            AdjustingRules adjusting,
            WorkingCalendar calendar,
            JdbcClient jdbc,
            Clock clock) {
        this.log = log;
        this.rules = rules;
        this.adjusting = adjusting;
        this.calendar = calendar;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @throws Problem {@code invalid-input}
     */
    public AlertPreview preview(RuleKind kind, Adjustment wanted) {
        Rule rule = adjusting.checked(rules.get(kind), wanted);
        Instant from = clock.instant().minus(LATELY);
        boolean learns = !Watching.SHORT.contains(kind);
        Instant first = learns ? from.minus(Duration.ofDays(rule.span())) : from;
        return run(new Batch(List.of(rule), calendar.days()), first, from, learns);
    }

    /**
     * @param first what is older does not count
     * @param from what is older teaches and does not alarm
     */
    private AlertPreview run(Batch batch, Instant first, Instant from, boolean learns) {
        long last = jdbc.sql("select last_index from alert_cursor").query(Long.class).single();
        long index = Math.max(-1, last - (learns ? MOST_TO_LEARN : MOST));
        boolean whole = index == -1;
        long looked = 0;
        Instant since = clock.instant();
        Set<Found.Stretch> stretches = new HashSet<>();
        while (index < last) {
            List<SealedEvent> events = log.after(index, BATCH);
            if (events.isEmpty()) {
                break;
            }
            index = events.getLast().index();
            List<Happening> late =
                    events.stream()
                            .map(Watching::happening)
                            .filter(event -> !event.at().isBefore(first))
                            .toList();
            whole |= late.size() < events.size();
            if (looked == 0 && !late.isEmpty()) {
                since = late.getFirst().at();
            }
            looked += late.size();
            batch.look(late, from).forEach(one -> stretches.add(one.stretch()));
        }
        return new AlertPreview(stretches.size(), looked, since, whole, learns);
    }
}
