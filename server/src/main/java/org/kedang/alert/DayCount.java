package org.kedang.alert;

import org.jspecify.annotations.Nullable;

/**
 * How often something happened within a day, a night or another stretch that has a name.
 *
 * @param since when the first of them was
 */
record DayCount(String stretch, long since, long count) {
    static DayCount after(@Nullable DayCount before, String stretch, long at) {
        return before != null && before.stretch().equals(stretch)
                ? new DayCount(stretch, Math.min(before.since(), at), before.count() + 1)
                : new DayCount(stretch, at, 1);
    }
}
