package org.kedang.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which days are worked: Monday to Friday, but for the days that are named otherwise. Unchanging;
 * {@link WorkingCalendar} has the one in force.
 */
public final class WorkingDays {
    /** About 40 years; more is a mistake. */
    private static final int MOST = 10_000;

    private final Map<LocalDate, SpecialDay> special;

    public WorkingDays(Collection<SpecialDay> special) {
        this.special =
                special.stream().collect(Collectors.toUnmodifiableMap(SpecialDay::day, s -> s));
    }

    public boolean isWorkingDay(LocalDate date) {
        SpecialDay named = special.get(date);
        return named == null ? !isWeekend(date) : named.kind() == SpecialDay.Kind.WORK;
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Why the day is not what its weekday says. */
    public Optional<SpecialDay> special(LocalDate date) {
        return Optional.ofNullable(special.get(date));
    }

    /** The day itself if it is worked, otherwise the next one that is. */
    public LocalDate onOrAfter(LocalDate date) {
        return isWorkingDay(date) ? date : plus(date, 1);
    }

    /**
     * The {@code n}th working day after the date; before it if {@code n} is negative; the date
     * itself if {@code n} is 0.
     *
     * @throws IllegalArgumentException if {@code n} is beyond 10,000
     */
    public LocalDate plus(LocalDate date, int n) {
        if (Math.abs((long) n) > MOST) {
            throw new IllegalArgumentException(n + " working days");
        }
        int step = Integer.signum(n);
        LocalDate day = date;
        for (int left = Math.abs(n); left > 0; ) {
            day = day.plusDays(step);
            left -= isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    /**
     * How many working days lie after {@code from} up to and with {@code to}; negative if {@code
     * to} is earlier. So {@code between(d, plus(d, n)) == n} for {@code n ≥ 0}.
     */
    public long between(LocalDate from, LocalDate to) {
        return to.isBefore(from)
                ? -between(to, from)
                : from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count();
    }
}
