package org.kedang.alert;

import org.jspecify.annotations.Nullable;
import org.kedang.alert.Detector.Seen;
import org.kedang.alert.Memories.Key;
import org.kedang.calendar.WorkingDays;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All rules on a stretch of the log, with what they remember. */
final class Batch {
    static final List<Detector<?>> DETECTORS =
            List.of(
                    new MassReading(),
                    new MassExport(),
                    new UnusualHours(),
                    new RepeatedRefusals(RuleKind.REFUSALS_BY_PERSON),
                    new RepeatedRefusals(RuleKind.REFUSALS_FROM_ADDRESS),
                    new DormantAwake(),
                    new RevealsAboveNorm(),
                    new NewPlace());

    private final Map<RuleKind, Rule> rules = new EnumMap<>(RuleKind.class);
    private final WorkingDays days;
    private final Map<Key, Object> known = new HashMap<>();
    private final Map<Key, Object> changed = new HashMap<>();

    Batch(List<Rule> rules, WorkingDays days) {
        rules.forEach(rule -> this.rules.put(rule.kind(), rule));
        this.days = days;
    }

    /** Recalls what concerns these events. */
    void remember(Memories memories, List<Happening> events) {
        Set<Key> keys = new HashSet<>();
        for (Detector<?> detector : DETECTORS) {
            events.forEach(
                    event -> {
                        Key key = key(detector, event);
                        if (key != null) {
                            keys.add(key);
                        }
                    });
        }
        Map<Key, String> found = memories.find(keys);
        for (Detector<?> detector : DETECTORS) {
            found.forEach(
                    (key, memory) -> {
                        if (key.kind() == detector.kind()) {
                            known.put(key, memories.read(memory, detector.memory()));
                        }
                    });
        }
    }

    /**
     * What is unusual, one line for each stretch.
     *
     * @param alarming events before this teach and do not alarm
     */
    List<Found> look(List<Happening> events, Instant alarming) {
        Map<Found.Stretch, Found> found = new LinkedHashMap<>();
        for (Happening event : events) {
            for (Detector<?> detector : DETECTORS) {
                Found one = look(detector, event);
                if (one != null && !event.at().isBefore(alarming)) {
                    found.merge(one.stretch(), one, Found::with);
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    private <M> @Nullable Found look(Detector<M> detector, Happening event) {
        Key key = key(detector, event);
        Rule rule = rules.get(detector.kind());
        if (key == null || rule == null) {
            return null;
        }
        M before = detector.memory().cast(known.get(key));
        Seen<M> seen = detector.see(before, event, rule, days);
        if (detector.differs(before, seen.memory())) {
            known.put(key, seen.memory());
            changed.put(key, seen.memory());
        }
        return seen.hit() == null || !rule.on() ? null : Found.of(key, event, seen.hit());
    }

    private @Nullable Key key(Detector<?> detector, Happening event) {
        Rule rule = rules.get(detector.kind());
        String key = rule == null ? null : detector.key(event, rule);
        return key == null ? null : new Key(detector.kind(), key);
    }

    /** The memories that are no longer what they were. */
    Map<Key, Object> changed() {
        return changed;
    }
}
