package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.calendar.WorkingDays;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** More different things read by one person within the window than the limit. */
final class MassReading implements Detector<MassReading.Reads> {
    /** Beyond so many a thing read again may count twice. */
    private static final int MOST_KEPT = 3_000;

    /** A thing and when it was last read. */
    record Read(UUID subject, long at) {}

    /**
     * @param recent oldest first
     * @param since when the stretch began that goes on; 0 when none does
     * @param count different things in that stretch
     */
    record Reads(List<Read> recent, long since, long count) {}

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
        long now = event.millis();
        UUID subject = event.subject();
        if (subject == null) {
            throw new IllegalArgumentException("nothing was read");
        }
        Reads known = before == null ? new Reads(List.of(), 0, 0) : before;
        List<Read> recent = new ArrayList<>(known.recent());
        boolean again = recent.removeIf(read -> read.subject().equals(subject));
        recent.add(new Read(subject, now));
        long within = recent.stream().filter(r -> now - r.at() <= rule.windowMillis()).count();
        if (within <= rule.most()) {
            recent.removeIf(read -> now - read.at() > rule.windowMillis());
            return new Seen<>(new Reads(recent, 0, 0), null);
        }
        boolean goesOn = known.since() > 0;
        long since = goesOn ? known.since() : earliest(recent, now - rule.windowMillis());
        long count = goesOn ? known.count() + (again ? 0 : 1) : within;
        if (recent.size() > MOST_KEPT) {
            recent.removeFirst();
        }
        return new Seen<>(
                new Reads(recent, since, count),
                new Hit(
                        Instant.ofEpochMilli(since),
                        count,
                        Map.of("limit", rule.most(), "minutes", rule.windowMillis() / 60_000)));
    }

    private static long earliest(List<Read> recent, long from) {
        return recent.stream().mapToLong(Read::at).filter(at -> at >= from).min().orElse(from);
    }
}
