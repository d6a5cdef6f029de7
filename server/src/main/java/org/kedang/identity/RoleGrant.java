package org.kedang.identity;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A role held by a person at a department.
 *
 * @param departmentId where scopes of departments are counted from
 * @param postId the post it came with and ends with
 * @param validUntil last day
 * @param approvedBy the second person
 */
public record RoleGrant(
        UUID id,
        UUID personId,
        String role,
        UUID departmentId,
        @Nullable UUID postId,
        @Nullable LocalDate validUntil,
        @Nullable String reason,
        UUID grantedBy,
        @Nullable UUID approvedBy,
        State state) {

    /** Whether it counts. A suspended one can be resumed, an ended one stays as a record. */
    public enum State {
        EFFECTIVE,
        SUSPENDED,
        ENDED
    }
}
