package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.calendar.WorkingDays;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** More different things read by one person within the window than the limit. */
final class MassReading implements Detector<Reads> {
    @Override
    public RuleKind kind() {
        return RuleKind.MASS_READING;
    }

    @Override
    public Class<Reads> memory() {
        return Reads.class;
    }

    @Override
    public @Nullable String key(Happening event, Rule rule) {
        return event.subject() != null && rule.covers(event.act()) ? event.doer() : null;
    }

    @Override
    public Seen<Reads> see(@Nullable Reads before, Happening event, Rule rule, WorkingDays days) {
        UUID subject = event.subject();
        if (subject == null) {
            throw new IllegalArgumentException("nothing was read");
        }
        Reads reads = before == null ? new Reads() : before;
        boolean much = reads.add(subject, event.millis(), rule.windowMillis(), rule.most());
        return new Seen<>(reads, much ? hit(reads, rule) : null);
    }

    private static Hit hit(Reads reads, Rule rule) {
        return new Hit(
                Instant.ofEpochMilli(reads.since()),
                reads.count(),
                Map.of("limit", rule.most(), "minutes", rule.windowMillis() / 60_000));
    }

    /** Reads change in place, with every event. */
    @Override
    public boolean differs(@Nullable Reads before, Reads after) {
        return true;
    }
}
