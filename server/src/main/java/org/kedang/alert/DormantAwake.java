package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.calendar.WorkingDays;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The first deed of a person after so many days without any. */
final class DormantAwake implements Detector<DormantAwake.Last> {
    private static final long HOUR = Duration.ofHours(1).toMillis();

    /** When the person last did something, to the hour. */
    record Last(long at) {}

    @Override
    public RuleKind kind() {
        return RuleKind.DORMANT_AWAKE;
    }

    @Override
    public Class<Last> memory() {
        return Last.class;
    }

    @Override
    public Seen<Last> see(@Nullable Last before, Happening event, Rule rule, WorkingDays days) {
        long now = event.millis();
        if (before == null) {
            return new Seen<>(new Last(now), null);
        }
        if (now - before.at() < HOUR) {
            return new Seen<>(before, null);
        }
        long idle = Duration.ofMillis(now - before.at()).toDays();
        Hit hit =
                idle < rule.span()
                        ? null
                        : new Hit(
                                event.at(),
                                1,
                                Map.of(
                                        "idleDays",
                                        idle,
                                        "limit",
                                        rule.span(),
                                        "last",
                                        Instant.ofEpochMilli(before.at()).toString()));
        return new Seen<>(new Last(now), hit);
    }
}
