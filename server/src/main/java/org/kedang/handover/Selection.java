package org.kedang.handover;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerGrade;
import org.kedang.customer.CustomerKind;
import org.kedang.kernel.SqlPredicate;

import java.util.List;
import java.util.UUID;

/**
 * Which customers go: those named, or all that fit, of those that the actor may change.
 *
 * @param regionCode of the region with all below it
 */
@Schema(name = "HandoverSelection")
public record Selection(
        @Nullable @Size(max = 5_000, message = "too-many:5000")
                List<@NotNull(message = "required") UUID> customers,
        @Nullable UUID ownerId,
        @Nullable UUID departmentId,
        @Nullable @Pattern(regexp = "[1-9][0-9]{5}", message = "region-code") String regionCode,
        @Nullable CustomerKind kind,
        @Nullable CustomerGrade grade) {

    /** Of one person. */
    public static Selection ofOwner(UUID owner) {
        return new Selection(null, owner, null, null, null, null);
    }

    /** Whether anything narrows it; everything at once is nobody's wish. */
    boolean isNarrowed() {
        return customers != null
                || ownerId != null
                || departmentId != null
                || regionCode != null
                || kind != null
                || grade != null;
    }

    SqlPredicate predicate() {
        SqlPredicate all = SqlPredicate.TRUE;
        if (customers != null) {
            all =
                    customers.isEmpty()
                            ? SqlPredicate.FALSE
                            : SqlPredicate.of(
                                    "c.id = any(cast(:chosen as uuid[]))",
                                    "chosen",
                                    customers.toArray(UUID[]::new));
        }
        return all.and(SqlPredicate.equal("c.owner_id", "selOwner", ownerId))
                .and(SqlPredicate.equal("c.department_id", "selDepartment", departmentId))
                .and(SqlPredicate.equal("c.kind", "selKind", kind))
                .and(SqlPredicate.equal("c.grade", "selGrade", grade))
                .and(
                        regionCode == null
                                ? SqlPredicate.TRUE
                                : SqlPredicate.of(
                                        "c.region_code like :selRegion",
                                        "selRegion",
                                        regionCode.replaceFirst("(00){1,2}$", "") + "%"));
    }
}
