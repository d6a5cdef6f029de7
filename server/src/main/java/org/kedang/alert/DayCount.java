package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.alert.Detector.Hit;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

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

    /** What to tell if it is more than the rule bears. */
    @Nullable Hit over(Rule rule, Map<String, Object> facts) {
        if (count <= rule.most()) {
            return null;
        }
        Map<String, Object> all = new HashMap<>(facts);
        all.put("limit", rule.most());
        return new Hit(Instant.ofEpochMilli(since), count, Map.copyOf(all));
    }
}
