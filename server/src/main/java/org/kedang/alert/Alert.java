package org.kedang.alert;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * Something unusual that a rule found, and what became of it. Tells numbers, never contents.
 *
 * @param personId whom it is about; {@code null} if only an address is known
 * @param since the first of what was found; the log shows it
 * @param until the last of it so far
 * @param zh what was found, in a sentence
 * @param own whether it is about the reader, who then cannot settle it
 */
@Schema(name = "Alert")
public record Alert(
        UUID id,
        RuleKind kind,
        String kindZh,
        String kindEn,
        @Nullable UUID personId,
        @Nullable String personName,
        @Nullable String address,
        Instant since,
        Instant until,
        long count,
        String zh,
        String en,
        State state,
        Instant raisedAt,
        boolean own,
        @Nullable String acknowledgedByName,
        @Nullable Instant acknowledgedAt,
        @Nullable String note,
        @Nullable String closedByName,
        @Nullable Instant closedAt,
        @Nullable Conclusion conclusion,
        @Nullable String conclusionNote) {

    /** OPEN: nobody has it yet; ACKNOWLEDGED: somebody looks into it; CLOSED: settled. */
    @Schema(name = "AlertState")
    public enum State {
        OPEN,
        ACKNOWLEDGED,
        CLOSED
    }

    /** What it turned out to be. */
    @Schema(name = "AlertConclusion")
    public enum Conclusion {
        LEGITIMATE,
        FALSE_ALARM,
        VIOLATION,
        UNCLEAR
    }
}
