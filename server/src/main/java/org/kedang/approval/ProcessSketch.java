package org.kedang.approval;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.form.Label;

import java.util.List;

/**
 * A process as an administrator draws it: whatever can be drawn, also what could not run. {@link
 * CheckingProcesses} says what is wrong with it.
 */
@Schema(name = "ProcessSketch")
public record ProcessSketch(
        @NotNull(message = "required") @Size(max = 100, message = "too-many:100")
                List<@Valid @NotNull(message = "required") Part> parts) {
    /** What a part of the way is. */
    @Schema(name = "ProcessPartKind")
    public enum Kind {
        STEP,
        BRANCH,
        LANES
    }

    /** By what somebody is found who decides. */
    @Schema(name = "ProcessApproverKind")
    public enum By {
        PERSON,
        ROLE,
        PERMISSION,
        DEPARTMENT_HEAD,
        SUBJECT_DEPARTMENT_HEAD,
        TYPE,
        CHOSEN,
        FIELD
    }

    /**
     * One part of the way.
     *
     * @param share percent of the votes, for a step decided by votes
     * @param ways of a branch, or lanes that run at the same time
     */
    @Schema(name = "ProcessPart")
    public record Part(
            @NotNull(message = "required") @Size(max = 40, message = "too-long:40") String id,
            @NotNull(message = "required") Kind kind,
            @Nullable @Valid Label name,
            @Nullable Mode mode,
            @Nullable Integer share,
            @NotNull(message = "required") @Size(max = 20, message = "too-many:20")
                    List<@Valid @NotNull(message = "required") Who> approvers,
            @Nullable @Valid Clock due,
            @Nullable @Valid Clock remind,
            @Nullable @Valid Clock escalate,
            @Nullable @Valid Clock expire,
            @NotNull(message = "required") @Size(max = 20, message = "too-many:20")
                    List<@Valid @NotNull(message = "required") Way> ways) {}

    /**
     * Who decides.
     *
     * @param value id of a person, code of a role, name of a permission or a field
     * @param levels so many levels above the requester's department
     */
    @Schema(name = "ProcessApprover")
    public record Who(
            @NotNull(message = "required") By by,
            @Nullable @Size(max = 60, message = "too-long:60") String value,
            @Nullable Integer levels) {}

    /** A span of working time. */
    @Schema(name = "ProcessClock")
    public record Clock(int count, @NotNull(message = "required") Term.Unit unit) {}

    /** One way of a branch, taken if the comparison holds, or a lane. */
    @Schema(name = "ProcessWay")
    public record Way(
            @Nullable @Valid When when,
            @NotNull(message = "required") @Size(max = 100, message = "too-many:100")
                    List<@Valid @NotNull(message = "required") Part> parts) {}

    /** A comparison. */
    @Schema(name = "ProcessCondition")
    public record When(
            @NotNull(message = "required") @Size(max = 60, message = "too-long:60") String fact,
            @NotNull(message = "required") Condition.Operator operator,
            @NotNull(message = "required") @Size(max = 200, message = "too-long:200")
                    String value) {}
}
