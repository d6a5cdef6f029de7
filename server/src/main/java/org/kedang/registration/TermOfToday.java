package org.kedang.registration;

import org.kedang.calendar.WorkingCalendar;
import org.kedang.calendar.WorkingDays;
import org.kedang.kernel.ChinaTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;

/** The registration clock with the calendar in force, and which day it is. */
@Component
class TermOfToday {
    private final Supplier<WorkingDays> calendar;
    private final RegistrationSettings settings;
    private final Clock clock;

    @Autowired
    TermOfToday(WorkingCalendar calendar, RegistrationSettings settings, Clock clock) {
        this(calendar::days, settings, clock);
    }

    /** With a calendar of its own. */
    TermOfToday(Supplier<WorkingDays> calendar, RegistrationSettings settings, Clock clock) {
        this.calendar = calendar;
        this.settings = settings;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
    }

    RegistrationClock clock() {
        return new RegistrationClock(calendar.get(), settings);
    }
}
