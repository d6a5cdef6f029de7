package org.kedang.privacy;

import org.kedang.calendar.WorkingDays;

import java.time.LocalDate;

/**
 * The days within which a case must be answered.
 *
 * @param workingDays counted from the day after it was received
 */
record CaseTerm(WorkingDays days, int workingDays) {
    LocalDate lastDay(LocalDate receivedOn) {
        return days.plus(receivedOn, workingDays);
    }

    /** Working days until the last one; 0 on it, negative when it is over. */
    long left(LocalDate today, LocalDate dueOn) {
        return dueOn.isBefore(today)
                ? Math.min(-1, days.between(today, dueOn))
                : days.between(today, dueOn);
    }
}
