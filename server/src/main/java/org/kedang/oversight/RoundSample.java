package org.kedang.oversight;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.AuditTrail.AuditEvent;

import java.util.UUID;

/**
 * An event to be looked at in a round.
 *
 * @param id the event's id
 * @param checkedByName who looked at it; {@code null} if nobody has
 */
public record RoundSample(UUID id, AuditEvent event, @Nullable String checkedByName) {
    /** Which events are looked at. */
    public enum Kind {
        /** All that was refused. */
        REFUSED,
        /** All changes by administrators, and to rights by anyone. */
        PRIVILEGED,
        /** Those drawn by lot. */
        RANDOM
    }
}
