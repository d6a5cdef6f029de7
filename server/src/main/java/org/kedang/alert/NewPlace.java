package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.calendar.WorkingDays;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A network or a device that a person has never used before, once the usual ones are known. */
final class NewPlace implements Detector<NewPlace.Places> {
    private static final int MOST_KEPT = 200;

    /**
     * @param first when the person was first seen
     * @param networks oldest first
     * @param devices oldest first
     */
    record Places(long first, List<String> networks, List<String> devices) {}

    @Override
    public RuleKind kind() {
        return RuleKind.NEW_PLACE;
    }

    @Override
    public Class<Places> memory() {
        return Places.class;
    }

    @Override
    public @Nullable String key(Happening event, Rule rule) {
        return event.address() != null && rule.covers(event.act()) ? event.doer() : null;
    }

    @Override
    public Seen<Places> see(@Nullable Places before, Happening event, Rule rule, WorkingDays days) {
        Places known = before == null ? new Places(event.millis(), List.of(), List.of()) : before;
        String address = event.address();
        String network = address == null ? null : unknown(Networks.of(address), known.networks());
        String device = event.device() == null ? null : unknown(event.device(), known.devices());
        if (network == null && device == null) {
            return new Seen<>(known, null);
        }
        Places after =
                new Places(
                        known.first(),
                        with(known.networks(), network),
                        with(known.devices(), device));
        boolean learning = event.millis() - known.first() < Duration.ofDays(rule.span()).toMillis();
        // who is seen with devices for the first time brings no new one
        boolean unusual = network != null || !known.devices().isEmpty();
        if (before == null || learning || !unusual) {
            return new Seen<>(after, null);
        }
        Map<String, Object> facts = new HashMap<>(Map.of("learned", rule.span()));
        if (network != null) {
            facts.put("network", network);
        }
        if (device != null) {
            facts.put("device", device);
        }
        return new Seen<>(after, new Hit(event.at(), 1, Map.copyOf(facts)));
    }

    private static @Nullable String unknown(String place, List<String> known) {
        return known.contains(place) ? null : place;
    }

    private static List<String> with(List<String> known, @Nullable String another) {
        if (another == null) {
            return known;
        }
        List<String> all = new ArrayList<>(known);
        all.add(another);
        return all.size() > MOST_KEPT ? List.copyOf(all.subList(1, all.size())) : List.copyOf(all);
    }
}
