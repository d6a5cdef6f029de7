package org.kedang.registration;

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
import org.kedang.registration.RegistrationClock.Stage;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

class RegistrationClockTests {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    private static RegistrationClock clock(Set<Integer> off, int days, int headAfter) {
        List<SpecialDay> holidays =
                off.stream().map(n -> new SpecialDay(START.plusDays(n), Kind.OFF, "假")).toList();
        return new RegistrationClock(
                new WorkingDays(holidays), new RegistrationSettings(days, headAfter));
    }

    @Test
    void passesOverWeekendsAndHolidays() {
        List<SpecialDay> nationalDay =
                IntStream.rangeClosed(1, 7)
                        .mapToObj(
                                day -> new SpecialDay(LocalDate.of(2026, 10, day), Kind.OFF, "国庆节"))
                        .toList();
        RegistrationClock clock =
                new RegistrationClock(new WorkingDays(nationalDay), new RegistrationSettings(5, 1));

        LocalDate due = clock.dueOn(LocalDate.of(2026, 9, 28));

        assertThat(due).isEqualTo(LocalDate.of(2026, 10, 12));
        assertThat(clock.stage(due, LocalDate.of(2026, 10, 8))).isEqualTo(Stage.NOTHING);
        assertThat(clock.stage(due, LocalDate.of(2026, 10, 9))).isEqualTo(Stage.SOON);
        assertThat(clock.stage(due, due)).isEqualTo(Stage.SOON);
        assertThat(clock.stage(due, LocalDate.of(2026, 10, 13))).isEqualTo(Stage.OVERDUE);
        assertThat(clock.stage(due, LocalDate.of(2026, 10, 14))).isEqualTo(Stage.HEAD);
        assertThat(clock.left(due, LocalDate.of(2026, 10, 14))).isEqualTo(-2);
    }

    @Property
    void leavesAsManyWorkingDaysAsItSays(
            @ForAll("holidays") Set<Integer> off,
            @ForAll @IntRange(min = 1, max = 20) int days,
            @ForAll @IntRange(max = 300) int first) {
        RegistrationClock clock = clock(off, days, 1);
        LocalDate contact = START.plusDays(first);

        LocalDate due = clock.dueOn(contact);

        assertThat(clock.left(due, contact)).isEqualTo(days);
        assertThat(clock.days().isWorkingDay(due)).isTrue();
    }

    @Property
    void neverGoesBackToAnEarlierStage(
            @ForAll("holidays") Set<Integer> off,
            @ForAll @IntRange(max = 5) int headAfter,
            @ForAll @IntRange(max = 300) int first) {
        RegistrationClock clock = clock(off, 5, headAfter);
        LocalDate due = clock.dueOn(START.plusDays(first));

        Stage before = Stage.NOTHING;
        for (LocalDate day = due.minusDays(20); day.isBefore(due.plusDays(40)); ) {
            Stage now = clock.stage(due, day);
            assertThat(now).isGreaterThanOrEqualTo(before);
            assertThat(now.ordinal() >= Stage.OVERDUE.ordinal()).isEqualTo(day.isAfter(due));
            before = now;
            day = day.plusDays(1);
        }
        assertThat(before).isEqualTo(Stage.HEAD);
    }

    @Property
    void looksAtEverythingThatHasSomethingToTell(
            @ForAll("holidays") Set<Integer> off,
            @ForAll @IntRange(max = 300) int first,
            @ForAll @IntRange(max = 330) int today) {
        RegistrationClock clock = clock(off, 5, 1);
        LocalDate due = clock.dueOn(START.plusDays(first));
        LocalDate now = START.plusDays(today);

        boolean looked = !due.isAfter(clock.lastToTell(now));

        assertThat(looked).isEqualTo(clock.stage(due, now) != Stage.NOTHING);
    }

    @Provide
    Arbitrary<Set<Integer>> holidays() {
        return Arbitraries.integers().between(0, 340).set().ofMaxSize(25);
    }
}
