package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.calendar.WorkingDays;

import java.time.Instant;
import java.util.Map;

/**
 * One way of looking at the log, event by event. It holds nothing: what it must remember of a
 * person or an address is handed in and out, and stays small however long the log is.
 *
 * @param <M> what it remembers, kept as JSON
 */
interface Detector<M> {
    /** What has been seen, and whether it is unusual. */
    record Seen<M>(M memory, @Nullable Hit hit) {}

    /**
     * Something unusual.
     *
     * @param since when it began; hits of one stretch have the same
     * @param count how much of it there has been since
     * @param facts the numbers behind it, for {@link Explanation}
     */
    record Hit(Instant since, long count, Map<String, Object> facts) {}

    RuleKind kind();

    Class<M> memory();

    /** Whom the event concerns under this rule; {@code null} for nobody. */
    default @Nullable String key(Happening event, Rule rule) {
        return rule.covers(event.act()) ? event.doer() : null;
    }

    /**
     * @param before {@code null} when this is the first; may be changed and handed back
     */
    Seen<M> see(@Nullable M before, Happening event, Rule rule, WorkingDays days);

    /** Whether what is remembered must be kept anew. */
    default boolean differs(@Nullable M before, M after) {
        return !after.equals(before);
    }
}
