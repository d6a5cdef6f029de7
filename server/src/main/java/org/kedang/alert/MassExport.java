package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.calendar.WorkingDays;

import java.time.Instant;
import java.util.Map;

/** More downloads and exports by one person on one day than the limit. */
final class MassExport implements Detector<DayCount> {
    @Override
    public RuleKind kind() {
        return RuleKind.MASS_EXPORT;
    }

    @Override
    public Class<DayCount> memory() {
        return DayCount.class;
    }

    @Override
    public @Nullable String key(Happening event, Rule rule) {
        return rule.covers(event.act()) ? event.doer() : null;
    }

    @Override
    public Seen<DayCount> see(
            @Nullable DayCount before, Happening event, Rule rule, WorkingDays days) {
        String day = event.local().toLocalDate().toString();
        DayCount now = DayCount.after(before, day, event.millis());
        Hit hit =
                now.count() <= rule.most()
                        ? null
                        : new Hit(
                                Instant.ofEpochMilli(now.since()),
                                now.count(),
                                Map.of("limit", rule.most(), "day", day));
        return new Seen<>(now, hit);
    }
}
