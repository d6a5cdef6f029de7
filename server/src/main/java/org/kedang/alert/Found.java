package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.alert.Detector.Hit;
import org.kedang.alert.Memories.Key;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Something unusual, on its way to an alert.
 *
 * @param roles those in force in the deeds that were found
 */
record Found(
        Key key,
        @Nullable UUID person,
        @Nullable String name,
        @Nullable String address,
        Set<String> roles,
        Hit hit,
        Instant until) {

    /** One stretch of something unusual: what has the same one is the same alert. */
    record Stretch(Key key, Instant since) {}

    Stretch stretch() {
        return new Stretch(key, hit.since());
    }

    static Found of(Key key, Happening event, Hit hit) {
        boolean stranger = key.kind() == RuleKind.REFUSALS_FROM_ADDRESS;
        return new Found(
                key,
                stranger ? null : event.person(),
                stranger ? null : event.name(),
                event.address(),
                stranger ? Set.of() : event.roles(),
                hit,
                event.at());
    }

    /** The same stretch with what came later. */
    Found with(Found later) {
        Set<String> both = new TreeSet<>(roles);
        both.addAll(later.roles);
        Instant last = later.until.isAfter(until) ? later.until : until;
        return new Found(key, person, name, later.address, both, later.hit, last);
    }
}
