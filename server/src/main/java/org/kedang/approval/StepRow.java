package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.form.Label;

import java.time.Instant;
import java.util.UUID;

/**
 * A step that a request has come to.
 *
 * @param node the step's id in the process
 * @param outcome {@code null} while it is open
 */
record StepRow(
        UUID id,
        UUID request,
        String node,
        Label name,
        Mode mode,
        int share,
        Instant enteredAt,
        @Nullable Instant leftAt,
        @Nullable StepOutcome outcome,
        @Nullable Instant dueAt) {
    /** How a step was left. */
    enum StepOutcome {
        APPROVED,
        REJECTED,
        RETURNED,
        /** The request ended otherwise, or another step took it back. */
        STOPPED
    }
}
