package org.kedang.oversight;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.ActClass;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * How much was done in a span.
 *
 * @param countedUntil the moment up to which events are counted; {@code null} before the first
 * @param people how many people did anything
 * @param days by day and class; days on which nothing was done are left out
 * @param hours by day of the week and hour, of people in China
 * @param topPeople who did most, most first
 * @param topActs what was done most, most first
 * @param refusals what was refused most, most first
 */
public record ActivityFigures(
        LocalDate first,
        LocalDate last,
        @Nullable Instant countedUntil,
        long events,
        long refused,
        long changes,
        long people,
        List<DayCount> days,
        List<HourCount> hours,
        List<PersonCount> topPeople,
        List<ActCount> topActs,
        List<ActCount> refusals) {

    public record DayCount(LocalDate day, ActClass actClass, long events, long refused) {}

    /**
     * How much was done at this hour of this day of the week.
     *
     * @param weekday 1 Monday to 7 Sunday
     * @param hour 0 to 23
     */
    public record HourCount(int weekday, int hour, long events) {}

    /**
     * How much a person did.
     *
     * @param id all zeros for the system itself and for people who are not signed in
     */
    public record PersonCount(UUID id, String name, long events, long refused, long changes) {}

    public record ActCount(String act, String zh, String en, long events, long refused) {}
}
