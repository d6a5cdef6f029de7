package org.kedang.oversight;

import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Problem;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Whole days of people in China.
 *
 * @param first the first day
 * @param last the last day, within the span
 */
public record Span(LocalDate first, LocalDate last) {
    /** Five years and a leap day: longer charts tell nobody anything. */
    private static final long MOST_DAYS = 1_827;

    /** A {@code span-not-over} or {@code span-too-long} problem unless it can be looked at. */
    static Span checked(LocalDate first, LocalDate last, Clock clock) {
        if (first.isAfter(last) || last.isAfter(today(clock))) {
            throw Problem.of(OversightProblem.SPAN_UNENDED);
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw Problem.of(OversightProblem.SPAN_TOO_LONG, MOST_DAYS);
        }
        return new Span(first, last);
    }

    static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
    }

    public Instant from() {
        return first.atStartOfDay(ChinaTime.ZONE).toInstant();
    }

    /** The first moment that is no longer within. */
    public Instant until() {
        return last.plusDays(1).atStartOfDay(ChinaTime.ZONE).toInstant();
    }

    boolean includes(Instant at) {
        return !at.isBefore(from()) && at.isBefore(until());
    }

    @Override
    public String toString() {
        return first + "–" + last;
    }
}
