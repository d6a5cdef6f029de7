package org.kedang.identity;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Permission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a person may see and do now, and why.
 *
 * @param clearance the highest level the person may be shown
 * @param openLevel the highest level open now: without a valid agreement no more than INTERNAL
 * @param agreementUntil last day of the agreement that holds now
 * @param grants every grant that has not ended, with why it counts or does not
 * @param permissions what all that counts allows together
 * @param opened customers and dossiers opened singly
 */
public record EffectiveRights(
        UUID personId,
        String personName,
        String userName,
        String departmentName,
        boolean active,
        SecrecyLevel clearance,
        SecrecyLevel openLevel,
        @Nullable LocalDate agreementUntil,
        List<GrantLine> grants,
        List<PermissionLine> permissions,
        List<OpenedLine> opened) {

    /** Whether something counts, or why it does not. */
    public enum Counts {
        COUNTS,
        SUSPENDED,
        EXPIRED,
        ROLE_RETIRED,
        ACCOUNT_CLOSED
    }

    /**
     * One role held.
     *
     * @param departmentName where it is held, from which its scope is counted
     * @param postName the position it came with
     * @param reach names of the departments reached; empty for NONE, OWN and ALL
     * @param networks CIDR blocks from which it counts; empty is from anywhere
     */
    @Schema(name = "EffectiveGrant")
    public record GrantLine(
            UUID id,
            String role,
            String zh,
            String en,
            boolean administrator,
            boolean high,
            String departmentName,
            @Nullable String postName,
            Scope scope,
            List<String> reach,
            List<Permission> permissions,
            List<String> networks,
            String grantedByName,
            Instant grantedAt,
            @Nullable String approvedByName,
            @Nullable LocalDate validUntil,
            @Nullable Instant reviewedAt,
            @Nullable String reason,
            Counts counts) {}

    /**
     * One permission with all that gives it.
     *
     * @param everything whether it reaches every department
     * @param departments names of the departments reached
     * @param grants ids of the grants it comes from
     */
    @Schema(name = "EffectivePermission")
    public record PermissionLine(
            Permission permission,
            boolean own,
            boolean everything,
            List<String> departments,
            List<UUID> grants) {}

    /**
     * A customer or dossier opened singly; which one, only the person itself is told.
     *
     * @param departmentName set if it was opened to the whole department
     */
    @Schema(name = "OpenedSingly")
    public record OpenedLine(
            UUID id,
            Type type,
            @Nullable UUID subjectId,
            boolean mayEdit,
            @Nullable String departmentName,
            String grantedByName,
            Instant grantedAt,
            Instant validUntil,
            Counts counts) {

        /** What was opened. */
        @Schema(name = "OpenedType")
        public enum Type {
            CUSTOMER,
            DOSSIER
        }
    }
}
