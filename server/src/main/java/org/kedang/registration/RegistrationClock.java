package org.kedang.registration;

import org.kedang.calendar.WorkingDays;

import java.time.LocalDate;

/** Counts the working days until a customer must be on record. */
record RegistrationClock(WorkingDays days, RegistrationSettings settings) {
    /** What must have been told by a day; each includes those before it. */
    enum Stage {
        NOTHING,
        /** The last working day before the due day has come. */
        SOON,
        /** The due day is over. */
        OVERDUE,
        /** The owner has had time to mend it, and the head must know. */
        HEAD
    }

    /** The last day on which all is well. */
    LocalDate dueOn(LocalDate firstContact) {
        return days.plus(firstContact, settings.days());
    }

    Stage stage(LocalDate dueOn, LocalDate today) {
        if (today.isAfter(dueOn)) {
            LocalDate head = days.plus(dueOn, 1 + settings.headAfter());
            return today.isBefore(head) ? Stage.OVERDUE : Stage.HEAD;
        }
        return today.isBefore(days.plus(dueOn, -1)) ? Stage.NOTHING : Stage.SOON;
    }

    /** Whatever falls due later has nothing to be told of yet. */
    LocalDate lastToTell(LocalDate today) {
        return days.plus(today, 1);
    }

    /** Working days left, 0 on the due day, negative if it is over. */
    int left(LocalDate dueOn, LocalDate today) {
        return Math.toIntExact(days.between(today, dueOn));
    }
}
