package org.kedang.assignment;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.PlainText;

import java.util.List;
import java.util.UUID;

/**
 * A rule that may name who gets a customer.
 *
 * @param most customers that a person may have, before the rule passes him over
 * @param months how long somebody counts as new, for {@link Kind#NEW_STAFF}
 * @param department among whose people it chooses, for {@link Kind#NEW_STAFF} and {@link Kind#LOAD}
 * @param places for {@link Kind#REGION}
 */
@Schema(name = "AssignmentRule")
public record AssignmentRule(
        @NotNull(message = "required") Kind kind,
        @PlainText(max = 60, required = true) String name,
        boolean active,
        @Nullable
                @Min(value = 1, message = "out-of-range:1–1000000")
                @Max(value = 1_000_000, message = "out-of-range:1–1000000")
                Integer most,
        @Nullable
                @Min(value = 1, message = "out-of-range:1–60")
                @Max(value = 60, message = "out-of-range:1–60")
                Integer months,
        @Nullable UUID department,
        @NotNull(message = "required") @Size(max = 500, message = "too-many:500")
                List<@Valid @NotNull(message = "required") Place> places) {
    /** What a rule goes by. */
    @Schema(name = "AssignmentRuleKind")
    public enum Kind {
        /** 采集人优先 */
        COLLECTOR,
        /** 按地区 */
        REGION,
        /** 扶持新人 */
        NEW_STAFF,
        /** 按负荷均衡 */
        LOAD
    }

    /**
     * Whose a region is.
     *
     * @param prefix of the region's code: two digits for a province, four for a city, six for a
     *     county
     * @param person who gets its customers; else somebody of {@code department}
     */
    @Schema(name = "AssignmentPlace")
    public record Place(
            @NotNull(message = "required")
                    @Pattern(regexp = "[1-9][0-9](?:[0-9]{2}){0,2}", message = "region-prefix")
                    String prefix,
            @Nullable UUID person,
            @Nullable UUID department) {}

    public AssignmentRule {
        places = places == null ? List.of() : List.copyOf(places);
    }
}
