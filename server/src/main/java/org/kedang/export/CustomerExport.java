package org.kedang.export;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A file of customers that somebody asked for.
 *
 * @param selection which customers, in words
 * @param clear whether sensitive values are as whoever asked may see them, not masked
 * @param askedCount how many they were when it was asked for
 * @param rows how many the file holds, once it is made
 * @param expiresAt until when it can be fetched
 * @param fetched how often it was
 */
@Schema(name = "CustomerExport")
public record CustomerExport(
        UUID id,
        String number,
        State state,
        String selection,
        List<ExportColumn> columns,
        boolean clear,
        String purpose,
        long askedCount,
        Instant askedAt,
        @Nullable UUID requestId,
        @Nullable String requestNumber,
        @Nullable Long rows,
        @Nullable Instant expiresAt,
        int fetched) {
    /** Where it stands. */
    @Schema(name = "CustomerExportState")
    public enum State {
        /** Waits for a decision. */
        ASKED,
        /** Will be made within moments. */
        APPROVED,
        READY,
        REFUSED,
        /** Whoever asked may see nothing of it any more. */
        FAILED,
        /** Its time is over and the file is gone. */
        EXPIRED
    }
}
