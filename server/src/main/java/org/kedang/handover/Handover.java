package org.kedang.handover;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.PlainText;

import java.time.Instant;
import java.util.UUID;

/**
 * Customers on their way to another person.
 *
 * @param secondsLeft how long it will still take, judged by how fast it went; {@code null} if that
 *     is not known
 * @param mayCancel whether the reader may stop it
 */
@Schema(name = "Handover")
public record Handover(
        UUID id,
        String number,
        UUID toOwner,
        String toOwnerName,
        String toDepartmentName,
        String reason,
        HandoverState state,
        int total,
        int done,
        int skipped,
        @Nullable UUID requestId,
        String madeByName,
        Instant madeAt,
        @Nullable Instant endedAt,
        @Nullable Long secondsLeft,
        boolean mayCancel) {
    /**
     * What is to be handed over to whom.
     *
     * @param toDepartment the taker's own if not given
     */
    @Schema(name = "HandoverWish")
    public record Wish(
            @NotNull(message = "required") @Valid Selection selection,
            @NotNull(message = "required") UUID toPerson,
            @Nullable UUID toDepartment,
            @PlainText(max = 500, required = true, multiline = true) String reason) {}

    /** What became of one customer. */
    @Schema(name = "HandoverLine")
    public record Line(
            UUID id,
            String customerNumber,
            String customerName,
            String oldOwnerName,
            String oldDepartmentName,
            LineState state,
            @Nullable Instant doneAt) {}

    /** How far one customer is. */
    @Schema(name = "HandoverLineState")
    public enum LineState {
        OPEN,
        DONE,
        /** Somebody else had given it away meanwhile. */
        SKIPPED,
        CANCELLED
    }

    /**
     * What a handover would be.
     *
     * @param needsApproval whether heads must agree
     */
    @Schema(name = "HandoverPreview")
    public record Preview(int count, boolean needsApproval) {}
}
