package org.kedang.identity;

import java.util.Optional;
import java.util.UUID;

/**
 * Finds things by the number people call them, for telling whether somebody may see them. Each
 * module answers for its own things.
 */
public interface ProbedThings {
    /**
     * Where a thing stands.
     *
     * @param secrecy {@link SecrecyLevel#PUBLIC} for what has no level
     */
    record ProbedThing(
            EffectiveRights.OpenedLine.Type type,
            UUID id,
            UUID customerId,
            UUID ownerId,
            UUID departmentId,
            SecrecyLevel secrecy) {}

    /** What of this kind these things are. */
    EffectiveRights.OpenedLine.Type type();

    /** The thing of this number, whoever asks: the answer goes no further than the probe. */
    Optional<ProbedThing> findByNumber(String number);
}
