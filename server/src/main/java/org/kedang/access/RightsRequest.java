package org.kedang.access;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A request for rights and what became of it.
 *
 * @param before what was in force when it was filed, in the same form as the wish
 * @param role code of the role concerned
 * @param approvalId the request in which people decide it
 */
public record RightsRequest(
        UUID id,
        Kind kind,
        State state,
        boolean high,
        @Nullable UUID personId,
        @Nullable String personName,
        @Nullable String role,
        @Nullable String roleZh,
        @Nullable String roleEn,
        @Nullable String departmentName,
        @Schema(implementation = RightsWish.class) RightsWish wish,
        @Schema(implementation = RightsWish.class) @Nullable RightsWish before,
        String reason,
        String requestedByName,
        Instant requestedAt,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        @Nullable UUID approvalId) {

    /** What is asked for. */
    public enum Kind {
        ROLE,
        POST,
        CLEARANCE,
        END,
        ROLE_DEFINITION,
        FIELD_RULE
    }

    /** Whether it waits, took effect, or never will. */
    public enum State {
        PENDING,
        EFFECTIVE,
        REJECTED,
        WITHDRAWN
    }
}
