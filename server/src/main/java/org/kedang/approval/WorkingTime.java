package org.kedang.approval;

import org.kedang.calendar.WorkingDays;
import org.kedang.kernel.ChinaTime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** Counts terms in the time that people work: working days from 09:00 to 17:00. */
record WorkingTime(WorkingDays days) {
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    /** When a term that begins now is over. */
    Instant after(Instant from, Term term) {
        ZonedDateTime begin = workingMoment(from.atZone(ChinaTime.ZONE));
        return switch (term.unit()) {
            case DAYS ->
                    at(days.plus(begin.toLocalDate(), days(begin, term.count())), CLOSES)
                            .toInstant();
            case HOURS -> hours(begin, Duration.ofHours(term.count())).toInstant();
        };
    }

    /** A term that begins at opening has its first day then already. */
    private static int days(ZonedDateTime begin, int count) {
        return begin.toLocalTime().equals(OPENS) ? count - 1 : count;
    }

    private ZonedDateTime hours(ZonedDateTime begin, Duration term) {
        ZonedDateTime at = begin;
        Duration left = term;
        while (true) {
            Duration today = Duration.between(at, at(at.toLocalDate(), CLOSES));
            if (left.compareTo(today) <= 0) {
                return at.plus(left);
            }
            left = left.minus(today);
            at = at(days.plus(at.toLocalDate(), 1), OPENS);
        }
    }

    /** The moment itself if people work then, otherwise when they next begin. */
    private ZonedDateTime workingMoment(ZonedDateTime moment) {
        LocalDate day = moment.toLocalDate();
        if (!days.isWorkingDay(day) || !moment.toLocalTime().isBefore(CLOSES)) {
            return at(days.plus(day, 1), OPENS);
        }
        return moment.toLocalTime().isBefore(OPENS) ? at(day, OPENS) : moment;
    }

    private static ZonedDateTime at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ChinaTime.ZONE);
    }
}
