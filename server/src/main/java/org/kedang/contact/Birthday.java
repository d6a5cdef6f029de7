package org.kedang.contact;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day of birth of which the year may be unknown, written {@code 1985-05-12} or {@code --05-12}
 * (RFC 6350, 4.3.1).
 *
 * @param year {@code null} if nobody said
 */
record Birthday(@Nullable Integer year, MonthDay day) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4}|-)-(\\d{2})-(\\d{2})");
    private static final int EARLIEST = 1900;

    /** What was written, if there is such a day between 1900 and today. */
    static Optional<Birthday> parse(String written, LocalDate today) {
        Matcher parts = WRITTEN.matcher(written.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            MonthDay day =
                    MonthDay.of(Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
            Integer year = parts.group(1).equals("-") ? null : Integer.valueOf(parts.group(1));
            return Optional.of(new Birthday(year, day)).filter(birthday -> birthday.was(today));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private boolean was(LocalDate today) {
        return year == null
                || (year >= EARLIEST && day.isValidYear(year) && !day.atYear(year).isAfter(today));
    }

    /** Day and month: enough to congratulate, too little to be mistaken for somebody. */
    static @Nullable String withoutYear(@Nullable String written) {
        return written == null ? null : written.replaceFirst("^\\d{4}-", "--");
    }

    @Override
    public String toString() {
        return (year == null ? "-" : "%04d".formatted(year))
                + "-%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth());
    }
}
