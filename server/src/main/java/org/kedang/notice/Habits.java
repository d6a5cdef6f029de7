package org.kedang.notice;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.ChinaTime;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * When and where somebody gets mail. Times of day are those of Shanghai.
 *
 * @param version 0 as long as nothing was ever set
 * @param mail the address; {@code null} for none
 * @param quietFrom from here on mail waits until {@code quietUntil}; may lie after it, over
 *     midnight
 * @param digestAt mail of the day goes out together at this time; {@code null} for each at once
 */
public record Habits(
        long version,
        @Nullable String mail,
        @Nullable LocalTime quietFrom,
        @Nullable LocalTime quietUntil,
        @Nullable LocalTime digestAt) {
    static final Habits NONE = new Habits(0, null, null, null, null);

    /**
     * When mail about something of this moment may go out.
     *
     * @param urgent whether it must not wait for the mail of the day; it keeps to quiet hours
     */
    Instant due(Instant now, boolean urgent) {
        ZonedDateTime here = now.atZone(ChinaTime.ZONE);
        ZonedDateTime due = digestAt == null || urgent ? here : nextAt(here, digestAt);
        return afterQuiet(due).toInstant();
    }

    private ZonedDateTime afterQuiet(ZonedDateTime at) {
        if (quietFrom == null || quietUntil == null || !isQuiet(at, quietFrom, quietUntil)) {
            return at;
        }
        return nextAt(at, quietUntil);
    }

    private static boolean isQuiet(ZonedDateTime at, LocalTime from, LocalTime until) {
        LocalTime time = at.toLocalTime();
        boolean afterFrom = !time.isBefore(from);
        boolean beforeUntil = time.isBefore(until);
        return from.isBefore(until) ? afterFrom && beforeUntil : afterFrom || beforeUntil;
    }

    /** The first moment after this one at that time of day. */
    private static ZonedDateTime nextAt(ZonedDateTime after, LocalTime time) {
        ZonedDateTime today = after.with(time);
        return today.isAfter(after) ? today : today.plusDays(1);
    }
}
