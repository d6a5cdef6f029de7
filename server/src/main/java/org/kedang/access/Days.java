package org.kedang.access;

import org.kedang.kernel.ChinaTime;

import java.time.Clock;
import java.time.LocalDate;

/** The people's days. */
final class Days {
    private Days() {}

    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
    }
}
