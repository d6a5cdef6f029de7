package org.kedang.deletion;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** An approved deletion; it names the customer by its number only. */
@Schema(name = "CustomerDeletion")
public record Deletion(
        UUID id,
        UUID requestId,
        String requestNumber,
        String customerNumber,
        DeletionBasis basis,
        String reason,
        String requestedByName,
        Instant approvedAt,
        State state,
        @Nullable String endedByName,
        @Nullable Instant endedAt,
        @Nullable String endReason) {
    /** What became of it. */
    @Schema(name = "CustomerDeletionState")
    public enum State {
        /** Waits for whoever does it. */
        APPROVED,
        EXECUTED,
        ABANDONED
    }
}
