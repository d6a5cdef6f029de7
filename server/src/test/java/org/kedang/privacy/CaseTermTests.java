package org.kedang.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.kedang.calendar.SpecialDay;
import org.kedang.calendar.SpecialDay.Kind;
import org.kedang.calendar.WorkingDays;

import java.time.LocalDate;
import java.util.List;

class CaseTermTests {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final WorkingDays DAYS =
            new WorkingDays(
                    List.of(
                            new SpecialDay(LocalDate.of(2026, 10, 1), Kind.OFF, "国庆节"),
                            new SpecialDay(LocalDate.of(2026, 10, 2), Kind.OFF, "国庆节"),
                            new SpecialDay(LocalDate.of(2026, 10, 10), Kind.WORK, "调休上班")));

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 500).map(START::plusDays);
    }

    @Test
    void countsFifteenWorkingDaysOverAHoliday() {
        CaseTerm term = new CaseTerm(DAYS, 15);

        assertThat(term.lastDay(LocalDate.of(2026, 9, 28))).isEqualTo(LocalDate.of(2026, 10, 20));
    }

    @Property
    void endsOnAWorkingDayWithTheWholeTermLeftAtItsBeginning(
            @ForAll("days") LocalDate received, @ForAll @IntRange(min = 1, max = 90) int length) {
        CaseTerm term = new CaseTerm(DAYS, length);
        LocalDate due = term.lastDay(received);

        assertThat(DAYS.isWorkingDay(due)).isTrue();
        assertThat(term.left(received, due)).isEqualTo(length);
        assertThat(term.left(due, due)).isZero();
    }

    @Property
    void isLateExactlyAfterTheLastDay(
            @ForAll("days") LocalDate today, @ForAll("days") LocalDate due) {
        CaseTerm term = new CaseTerm(DAYS, 15);

        assertThat(term.left(today, due) < 0).isEqualTo(today.isAfter(due));
    }

    @Property
    void neverGrowsAsDaysPass(@ForAll("days") LocalDate today, @ForAll("days") LocalDate due) {
        CaseTerm term = new CaseTerm(DAYS, 15);

        assertThat(term.left(today.plusDays(1), due)).isLessThanOrEqualTo(term.left(today, due));
    }
}
