package org.kedang.approval;

import org.jspecify.annotations.Nullable;

/**
 * What the clock does with a step, counted from its beginning; {@code null} for nothing.
 *
 * @param due when it should be decided
 * @param remind when those who have not decided are reminded
 * @param escalate when it goes to the head above those who have not decided
 * @param expire when the request is over undecided
 */
public record Limits(
        @Nullable Term due, @Nullable Term remind, @Nullable Term escalate, @Nullable Term expire) {
    public static final Limits NONE = new Limits(null, null, null, null);

    public static Limits due(Term due) {
        return new Limits(due, null, null, null);
    }
}
