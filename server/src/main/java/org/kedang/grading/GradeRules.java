package org.kedang.grading;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerGrade;

import java.util.List;

/**
 * Rules in order: the first whose condition holds gives the grade.
 *
 * @param otherwise the grade of customers for whom no rule holds; {@code null} for none
 */
@Schema(name = "GradeRules")
public record GradeRules(
        @NotNull(message = "required") @Size(min = 1, max = 20, message = "too-many:20")
                List<@Valid @NotNull(message = "required") Rule> rules,
        @Nullable CustomerGrade otherwise) {

    /** If this holds, then that grade. */
    @Schema(name = "GradeRule")
    public record Rule(
            @NotNull(message = "required") CustomerGrade grade,
            @NotNull(message = "required") @Valid GradeTest when) {}

    public static GradeRules of(@Nullable CustomerGrade otherwise, Rule... rules) {
        return new GradeRules(List.of(rules), otherwise);
    }

    /**
     * What a rule gives.
     *
     * @param number counted from 1; 0 if none held
     */
    @Nullable CustomerGrade grade(int number) {
        return number == 0 ? otherwise : rules.get(number - 1).grade();
    }
}
