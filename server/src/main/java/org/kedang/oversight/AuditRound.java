package org.kedang.oversight;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One review of a span of the log.
 *
 * @param generated whether the clock began it
 * @param seed from which the sample was drawn
 * @param firstLeaf between which leaves it was drawn; -1 if nothing was sealed yet
 * @param sampled how many events were drawn
 * @param checked how many events somebody has looked at and marked
 * @param openFindings findings that are not closed
 */
public record AuditRound(
        UUID id,
        LocalDate first,
        LocalDate last,
        Instant openedAt,
        UUID openedBy,
        String openedByName,
        boolean generated,
        String seed,
        long firstLeaf,
        long lastLeaf,
        long sampled,
        long checked,
        long findings,
        long openFindings,
        @Nullable Instant signedAt,
        @Nullable String signedByName) {
    Span span() {
        return new Span(first, last);
    }
}
