package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.calendar.WorkingDays;

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
    public Seen<DayCount> see(
            @Nullable DayCount before, Happening event, Rule rule, WorkingDays days) {
        String day = event.local().toLocalDate().toString();
        DayCount now = DayCount.after(before, day, event.millis());
        return new Seen<>(now, now.over(rule, Map.of("day", day)));
    }
}
