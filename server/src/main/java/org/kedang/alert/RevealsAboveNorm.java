package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.calendar.WorkingDays;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * More sensitive fields revealed on one day than a person's own average of the days before it,
 * times a factor, and more than the limit below which nobody is asked.
 */
final class RevealsAboveNorm implements Detector<RevealsAboveNorm.Reveals> {
    /**
     * @param days how many on each day (days since 1970 in China's time)
     * @param since when the first of the last day was
     */
    record Reveals(Map<Long, Long> days, long since) {}

    @Override
    public RuleKind kind() {
        return RuleKind.REVEALS_ABOVE_NORM;
    }

    @Override
    public Class<Reveals> memory() {
        return Reveals.class;
    }

    @Override
    public Seen<Reveals> see(
            @Nullable Reveals before, Happening event, Rule rule, WorkingDays working) {
        long today = event.local().toLocalDate().toEpochDay();
        TreeMap<Long, Long> days = new TreeMap<>(before == null ? Map.of() : before.days());
        boolean first = !days.containsKey(today);
        days.merge(today, 1L, Long::sum);
        days.headMap(today - rule.span()).clear();
        long since = first || before == null ? event.millis() : before.since();
        long count = days.getOrDefault(today, 0L);
        double average =
                (double) days.headMap(today).values().stream().mapToLong(n -> n).sum()
                        / rule.span();
        double factor = rule.factor() == null ? 1 : rule.factor();
        long usual = Math.max(rule.most(), (long) Math.ceil(average * factor));
        Hit hit =
                count <= usual
                        ? null
                        : new Hit(
                                Instant.ofEpochMilli(since),
                                count,
                                Map.of(
                                        "limit",
                                        usual,
                                        "average",
                                        Math.round(average * 10) / 10.0,
                                        "days",
                                        rule.span()));
        return new Seen<>(new Reveals(days, since), hit);
    }
}
