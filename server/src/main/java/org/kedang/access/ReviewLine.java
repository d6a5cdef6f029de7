package org.kedang.access;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * One grant under review.
 *
 * @param role code of the role; {@code null} for a customer or dossier opened singly
 * @param personName who holds it; {@code null} if the whole department does
 * @param reviewerName who confirms or revokes; {@code null}: the security officer
 * @param mine whether the reader decides it
 */
public record ReviewLine(
        UUID id,
        @Nullable UUID personId,
        @Nullable String personName,
        String departmentName,
        @Nullable String role,
        @Nullable String roleZh,
        @Nullable String roleEn,
        @Nullable Instant validUntil,
        @Nullable String reviewerName,
        State state,
        @Nullable String note,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        String period,
        boolean mine) {

    /** How far the line is. */
    public enum State {
        OPEN,
        OVERDUE,
        CONFIRMED,
        REVOKED,
        ENDED
    }
}
