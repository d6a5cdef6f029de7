package org.kedang.confirmation;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A quarter's round.
 *
 * @param quarter its first day
 * @param begunOn whoever is registered on a later day is not due
 * @param leftOpen customers that nobody confirmed
 */
@Schema(name = "ConfirmationRound")
public record Round(
        LocalDate quarter,
        LocalDate begunOn,
        LocalDate dueOn,
        @Nullable LocalDate closedOn,
        @Nullable Long leftOpen) {
    /** What must have been told by a day; each includes those before it. */
    enum Stage {
        NOTHING,
        BEGUN,
        OVERDUE,
        HEAD
    }

    static LocalDate quarterOf(LocalDate day) {
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }

    Stage stage(LocalDate today, int headAfter) {
        if (!today.isAfter(dueOn)) {
            return Stage.BEGUN;
        }
        return today.isAfter(dueOn.plusDays(headAfter)) ? Stage.HEAD : Stage.OVERDUE;
    }
}
