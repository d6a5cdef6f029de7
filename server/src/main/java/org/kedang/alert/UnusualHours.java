package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.calendar.SpecialDay;
import org.kedang.calendar.WorkingDays;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;

/** More deeds of one person in one night, or on one day off, than the limit. */
final class UnusualHours implements Detector<DayCount> {
    private static final String NIGHT = "NIGHT";
    private static final String DAY_OFF = "DAY_OFF";

    @Override
    public RuleKind kind() {
        return RuleKind.UNUSUAL_HOURS;
    }

    @Override
    public Class<DayCount> memory() {
        return DayCount.class;
    }

    @Override
    public Seen<DayCount> see(
            @Nullable DayCount before, Happening event, Rule rule, WorkingDays days) {
        LocalDate night = nightOf(event.local(), rule);
        LocalDate date = night == null ? event.local().toLocalDate() : night;
        if (night == null && days.isWorkingDay(date)) {
            return new Seen<>(before == null ? new DayCount("", 0, 0) : before, null);
        }
        String when = night == null ? DAY_OFF : NIGHT;
        DayCount now = DayCount.after(before, when + date, event.millis());
        String name = night == null ? days.special(date).map(SpecialDay::name).orElse("") : "";
        return new Seen<>(now, now.over(rule, Map.of("when", when, "holiday", name)));
    }

    /** The day on whose evening the night began; {@code null} by day. */
    private static @Nullable LocalDate nightOf(LocalDateTime at, Rule rule) {
        LocalTime from = rule.nightFrom();
        LocalTime until = rule.nightUntil();
        if (from == null || until == null || from.equals(until)) {
            return null;
        }
        LocalTime time = at.toLocalTime();
        if (from.isBefore(until)) {
            return !time.isBefore(from) && time.isBefore(until) ? at.toLocalDate() : null;
        }
        if (!time.isBefore(from)) {
            return at.toLocalDate();
        }
        return time.isBefore(until) ? at.toLocalDate().minusDays(1) : null;
    }
}
