package org.kedang.search;

import org.jspecify.annotations.Nullable;
import org.kedang.index.IndexHealth;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether searches find all there is.
 *
 * @param state {@code OK}, {@code REBUILDING} (not all is found yet), {@code BEHIND} (changes wait
 *     too long), {@code INCOMPLETE} (a rebuilding failed) or {@code FAILING} (changes were given
 *     up)
 * @param index the figures behind it
 */
public record SearchHealth(State state, IndexHealth index) {
    /** How the index is. */
    public enum State {
        OK,
        REBUILDING,
        BEHIND,
        INCOMPLETE,
        FAILING
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static SearchHealth of(IndexHealth index, Instant now) {
        return new SearchHealth(state(index, now), index);
    }

    private static State state(IndexHealth index, Instant now) {
        @Nullable Instant oldest = index.oldestWaiting();
        if (index.rebuilding()) {
            return State.REBUILDING;
        }
        if (!index.complete()) {
            return State.INCOMPLETE;
        }
        if (index.givenUp() > 0) {
            return State.FAILING;
        }
        return oldest != null && oldest.plus(PATIENCE).isBefore(now) ? State.BEHIND : State.OK;
    }
}
