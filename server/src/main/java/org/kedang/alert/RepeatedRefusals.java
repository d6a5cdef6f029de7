package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.calendar.WorkingDays;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** More refusals within the window than the limit, of one person or from one address. */
final class RepeatedRefusals implements Detector<RepeatedRefusals.Refusals> {
    /** Being asked to prove oneself again before a dangerous act is everyday work. */
    private static final String PROOF_OWED = "access.proof-owed";

    /**
     * @param recent when the last ones were, oldest first; one more than the limit suffices
     * @param since when the stretch began that goes on; 0 when none does
     * @param count refusals in that stretch
     */
    record Refusals(List<Long> recent, long since, long count) {}

    private final RuleKind kind;

    RepeatedRefusals(RuleKind kind) {
        this.kind = kind;
    }

    @Override
    public RuleKind kind() {
        return kind;
    }

    @Override
    public Class<Refusals> memory() {
        return Refusals.class;
    }

    @Override
    public @Nullable String key(Happening event, Rule rule) {
        if (!event.refused() || event.act().equals(PROOF_OWED) || !rule.covers(event.act())) {
            return null;
        }
        return kind == RuleKind.REFUSALS_FROM_ADDRESS
                ? event.address()
                : event.person() == null ? null : event.person().toString();
    }

    @Override
    public Seen<Refusals> see(
            @Nullable Refusals before, Happening event, Rule rule, WorkingDays days) {
        long now = event.millis();
        Refusals known = before == null ? new Refusals(List.of(), 0, 0) : before;
        List<Long> recent = new ArrayList<>(known.recent());
        recent.add(now);
        recent.removeIf(at -> now - at > rule.windowMillis());
        while (recent.size() > rule.most() + 1) {
            recent.removeFirst();
        }
        if (recent.size() <= rule.most()) {
            return new Seen<>(new Refusals(recent, 0, 0), null);
        }
        long since = known.since() > 0 ? known.since() : recent.getFirst();
        long count = known.since() > 0 ? known.count() + 1 : recent.size();
        return new Seen<>(
                new Refusals(recent, since, count),
                new Hit(
                        Instant.ofEpochMilli(since),
                        count,
                        Map.of("limit", rule.most(), "minutes", rule.windowMillis() / 60_000)));
    }
}
