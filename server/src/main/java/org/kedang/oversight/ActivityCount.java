package org.kedang.oversight;

import org.kedang.audit.SealedEvent;
import org.kedang.kernel.ChinaTime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a batch of events adds to the figures. */
final class ActivityCount {
    record OfDay(
            LocalDate day,
            UUID actor,
            String act,
            int actClass,
            boolean refused,
            boolean administrator) {}

    /** Of all people. */
    record OfWholeDay(
            LocalDate day, String act, int actClass, boolean refused, boolean administrator) {}

    record OfHour(Instant hour, UUID actor, boolean refused, boolean administrator) {}

    /** Of all people. */
    record OfWholeHour(Instant hour, boolean refused, boolean administrator) {}

    /** How many events, and how many of them changed something. */
    record Sum(long events, long changes) {
        private Sum plus(Sum other) {
            return new Sum(events + other.events, changes + other.changes);
        }
    }

    /** Between which leaves a day's events lie. */
    record Leaves(long first, long last) {
        private Leaves including(Leaves other) {
            return new Leaves(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    final Map<OfDay, Sum> days = new HashMap<>();
    final Map<OfHour, Long> hours = new HashMap<>();
    final Map<OfWholeDay, Long> wholeDays = new HashMap<>();
    final Map<OfWholeHour, Long> wholeHours = new HashMap<>();
    final Map<LocalDate, Leaves> leaves = new HashMap<>();

    static ActivityCount of(List<SealedEvent> events) {
        ActivityCount count = new ActivityCount();
        events.forEach(count::add);
        return count;
    }

    private void add(SealedEvent sealed) {
        var event = sealed.event();
        LocalDate day = LocalDate.ofInstant(event.at(), ChinaTime.ZONE);
        boolean refused = "REFUSED".equals(event.result());
        boolean administrator = Offices.isWatched(event.roles());
        days.merge(
                new OfDay(
                        day,
                        event.actorId(),
                        event.act(),
                        event.actClass().ordinal(),
                        refused,
                        administrator),
                new Sum(1, event.changes().isEmpty() ? 0 : 1),
                Sum::plus);
        wholeDays.merge(
                new OfWholeDay(
                        day, event.act(), event.actClass().ordinal(), refused, administrator),
                1L,
                Long::sum);
        Instant hour = event.at().truncatedTo(ChronoUnit.HOURS);
        hours.merge(new OfHour(hour, event.actorId(), refused, administrator), 1L, Long::sum);
        wholeHours.merge(new OfWholeHour(hour, refused, administrator), 1L, Long::sum);
        leaves.merge(day, new Leaves(sealed.index(), sealed.index()), Leaves::including);
    }
}
