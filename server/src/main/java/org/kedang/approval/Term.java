package org.kedang.approval;

/**
 * A span of working time.
 *
 * @param unit hours count from 09:00 to 17:00 of working days, days end at 17:00
 */
public record Term(int count, Unit unit) {
    /** What is counted. */
    public enum Unit {
        HOURS,
        DAYS
    }

    public Term {
        if (count < 1 || count > 500) {
            throw new IllegalArgumentException(count + " " + unit);
        }
    }

    public static Term hours(int count) {
        return new Term(count, Unit.HOURS);
    }

    public static Term days(int count) {
        return new Term(count, Unit.DAYS);
    }
}
