package org.kedang.identity;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * 任职: a person in a position of a department.
 *
 * @param main whether its department is the person's department
 * @param since first day
 * @param until last day; {@code null} while nobody has named one
 * @param high whether the position needs a second person
 */
public record Post(
        UUID id,
        UUID personId,
        String personName,
        UUID departmentId,
        String departmentName,
        UUID positionId,
        String positionName,
        boolean main,
        LocalDate since,
        @Nullable LocalDate until,
        State state,
        boolean high,
        @Nullable UUID decidedBy,
        @Nullable UUID approvedBy) {

    /** A proposed post gives nothing; a planned one gives its roles on its first day. */
    public enum State {
        PROPOSED,
        PLANNED,
        HELD,
        ENDED
    }
}
