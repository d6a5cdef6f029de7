package org.kedang.approval;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * One person's part in a step.
 *
 * @param place order within the step
 * @param after which other task must be settled first
 */
record Task(
        UUID id,
        UUID person,
        Origin origin,
        Voice voice,
        int place,
        @Nullable UUID after,
        State state) {

    /** How the person came to it. */
    enum Origin {
        NAMED,
        ADDED,
        TRANSFERRED,
        DELEGATED,
        GUARDIAN
    }

    /** What the person's word does. */
    enum Voice {
        /** Counts by the mode of the step. */
        DECIDES,
        /** Must agree as well. */
        CONSENTS,
        /** Is an opinion for somebody else's decision. */
        ADVISES
    }

    /** What became of it. */
    enum State {
        WAITING,
        OPEN,
        APPROVED,
        REJECTED,
        RETURNED,
        /** The same person agreed in the step before. */
        SKIPPED,
        /** The step was settled without. */
        UNNEEDED,
        /** Somebody else has it now. */
        MOVED
    }

    static Task named(UUID id, UUID person, Origin origin, int place, @Nullable UUID after) {
        return new Task(id, person, origin, Voice.DECIDES, place, after, State.WAITING);
    }

    Task with(State other) {
        return new Task(id, person, origin, voice, place, after, other);
    }

    Task behind(@Nullable UUID other) {
        return new Task(id, person, origin, voice, place, other, state);
    }

    boolean isLeft() {
        return state == State.WAITING || state == State.OPEN;
    }

    /** Whether the person himself settled it. */
    boolean isDecided() {
        return state == State.APPROVED || state == State.REJECTED || state == State.RETURNED;
    }

    boolean agreed() {
        return state == State.APPROVED || state == State.SKIPPED;
    }

    /** Whether what comes after it may begin; an opinion may be either. */
    boolean letsOn() {
        return agreed() || (voice == Voice.ADVISES && state == State.REJECTED);
    }
}
