package org.kedang.certificate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The calendar of reminders: so many days ahead, each once, and only the nearest one of several
 * that were missed.
 *
 * @param days before the day that is reminded of
 */
record ReminderSteps(List<Integer> days) {

    /** The step in which a day stands that falls due; empty before the first and after the day. */
    Optional<Integer> stepOf(LocalDate due, LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, due);
        return left < 0
                ? Optional.empty()
                : days.stream().filter(step -> left <= step).min(Integer::compare);
    }
}
