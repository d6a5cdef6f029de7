package org.kedang.oversight;

import com.fasterxml.jackson.annotation.JsonAlias;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;
import java.util.UUID;

/**
 * What system and network administrators did in a span.
 *
 * @param activity all of them together
 * @param nightFrom first hour that counts as night in China
 * @param nightUntil first hour after it
 */
public record AdministratorFigures(
        ActivityFigures activity, List<Line> administrators, int nightFrom, int nightUntil) {

    /**
     * One administrator.
     *
     * @param night how many events were at night
     * @param daysOff how many were on a weekend or holiday of the calendar; in reports of before
     *     there was one, on Saturday or Sunday
     */
    @Schema(name = "AdministratorLine")
    public record Line(
            UUID id,
            String name,
            long events,
            long changes,
            long refused,
            long night,
            @JsonAlias("weekend") long daysOff) {}
}
