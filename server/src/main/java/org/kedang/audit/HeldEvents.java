package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Events of reads that this process is keeping or has just kept, so that the sealer need not read
 * them back a second later. Which of them there are, only the database says; what they say is as
 * they were sent to it, so that nobody changes an event before it has its leaf.
 */
@Component
final class HeldEvents {
    private static final int MOST = 32_768;

    /** The sealer comes every second; what is older is sealed by another node. */
    private static final Duration HELD = Duration.ofSeconds(30);

    private final Map<UUID, LoggedEvent> events = new LinkedHashMap<>();

    /** Before they are sent to the database: the sealer may see them there at once. */
    synchronized void add(Collection<StampedEntry> entries) {
        for (StampedEntry entry : entries) {
            // values come back from JSON as the database writes it
            if (!entry.entry().hasChanges()) {
                events.put(entry.id(), LoggedEvent.of(entry));
            }
        }
        Iterator<LoggedEvent> oldest = events.values().iterator();
        while (events.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
    }

    /** Hands an event out, once; {@code null} if it is not held. */
    synchronized @Nullable LoggedEvent take(UUID id) {
        return events.remove(id);
    }

    synchronized void forgetOld(Instant now) {
        Iterator<LoggedEvent> oldest = events.values().iterator();
        while (oldest.hasNext() && oldest.next().at().plus(HELD).isBefore(now)) {
            oldest.remove();
        }
    }
}
