package org.kedang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.kedang.calendar.SpecialDay.Kind;

import java.time.LocalDate;
import java.util.List;

class WorkingDaysTests {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    /** The National Day of 2026 with its two make-up days. */
    private static final WorkingDays NATIONAL_DAY =
            new WorkingDays(
                    LocalDate.of(2026, 9, 20)
                            .datesUntil(LocalDate.of(2026, 10, 11))
                            .filter(d -> d.getMonthValue() == 10 && d.getDayOfMonth() <= 7)
                            .map(d -> new SpecialDay(d, Kind.OFF, "国庆节"))
                            .toList());

    @Test
    void skipsAHoliday() {
        assertThat(NATIONAL_DAY.isWorkingDay(LocalDate.of(2026, 10, 1))).isFalse();
        assertThat(NATIONAL_DAY.plus(LocalDate.of(2026, 9, 30), 1))
                .isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(NATIONAL_DAY.onOrAfter(LocalDate.of(2026, 10, 3)))
                .isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(NATIONAL_DAY.between(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 10, 9)))
                .isEqualTo(2);
    }

    @Test
    void worksOnAMakeUpSunday() {
        LocalDate sunday = LocalDate.of(2026, 9, 20);
        WorkingDays days = new WorkingDays(List.of(new SpecialDay(sunday, Kind.WORK, "国庆节调休上班")));

        assertThat(days.isWorkingDay(sunday)).isTrue();
        assertThat(days.isWorkingDay(sunday.minusDays(1))).isFalse();
        assertThat(days.special(sunday)).map(SpecialDay::name).contains("国庆节调休上班");
    }

    @Test
    void countsWeekendsOnlyWhereNothingIsKnown() {
        WorkingDays plain = new WorkingDays(List.of());

        assertThat(plain.between(LocalDate.of(2030, 12, 31), LocalDate.of(2031, 12, 31)))
                .isEqualTo(261);
    }

    @Test
    void refusesDistancesThatAreMistakes() {
        assertThatThrownBy(() -> NATIONAL_DAY.plus(START, Integer.MIN_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void landsOnWorkingDays(
            @ForAll("calendars") WorkingDays days,
            @ForAll("dates") LocalDate date,
            @ForAll @IntRange(min = -60, max = 60) int n) {
        LocalDate landed = days.plus(date, n);

        assertThat(n == 0 || days.isWorkingDay(landed)).isTrue();
        assertThat(Integer.signum(landed.compareTo(date))).isEqualTo(Integer.signum(n));
    }

    @Property(tries = 300)
    void countsWhatItAdded(
            @ForAll("calendars") WorkingDays days,
            @ForAll("dates") LocalDate date,
            @ForAll @IntRange(min = 0, max = 60) int n) {
        assertThat(days.between(date, days.plus(date, n))).isEqualTo(n);
        LocalDate working = days.onOrAfter(date);
        assertThat(days.plus(days.plus(working, n), -n)).isEqualTo(working);
    }

    @Property(tries = 300)
    void addsInStepsAsAtOnce(
            @ForAll("calendars") WorkingDays days,
            @ForAll("dates") LocalDate date,
            @ForAll @IntRange(min = 0, max = 40) int m,
            @ForAll @IntRange(min = 0, max = 40) int n) {
        assertThat(days.plus(days.plus(date, m), n)).isEqualTo(days.plus(date, m + n));
        assertThat(days.plus(days.plus(date, -m), -n)).isEqualTo(days.plus(date, -m - n));
    }

    @Property(tries = 300)
    void measuresDistancesThatAddUp(
            @ForAll("calendars") WorkingDays days,
            @ForAll("dates") LocalDate a,
            @ForAll("dates") LocalDate b,
            @ForAll("dates") LocalDate c) {
        assertThat(days.between(a, b) + days.between(b, c)).isEqualTo(days.between(a, c));
        assertThat(days.between(b, a)).isEqualTo(-days.between(a, b));
    }

    @Property(tries = 300)
    void keepsTheOrderOfDays(
            @ForAll("calendars") WorkingDays days,
            @ForAll("dates") LocalDate a,
            @ForAll("dates") LocalDate b,
            @ForAll @IntRange(min = -30, max = 30) int n) {
        LocalDate earlier = a.isBefore(b) ? a : b;
        LocalDate later = a.isBefore(b) ? b : a;

        assertThat(days.plus(earlier, n)).isBeforeOrEqualTo(days.plus(later, n));
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(0, 400).map(START::plusDays);
    }

    @Provide
    Arbitrary<WorkingDays> calendars() {
        return Combinators.combine(dates(), Arbitraries.of(Kind.class))
                .as((day, kind) -> new SpecialDay(day, kind, "节日"))
                .list()
                .uniqueElements(SpecialDay::day)
                .ofMaxSize(80)
                .map(WorkingDays::new);
    }
}
