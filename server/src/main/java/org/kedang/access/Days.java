package org.kedang.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The people's days. */
final class Days {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Days() {}

    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
