package org.kedang.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import net.jqwik.time.api.constraints.DateRange;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

class ReminderStepsTests {
    private static final LocalDate DUE = LocalDate.of(2027, 3, 1);

    @ParameterizedTest
    @CsvSource({"61, ", "60, 60", "31, 60", "30, 30", "8, 30", "7, 7", "0, 7", "-1, "})
    void standsInTheNearestStep(int left, Integer step) {
        assertThat(
                        new ReminderSteps(List.of(60, 30, 7))
                                .stepOf(DUE, DUE.minusDays(left))
                                .orElse(null))
                .isEqualTo(step);
    }

    /** Whatever the steps: day by day each comes once, from the furthest to the nearest. */
    @Property
    void comesToEachStepOnce(
            @ForAll @Size(min = 1, max = 6) @UniqueElements List<@IntRange(max = 366) Integer> days,
            @ForAll @DateRange(min = "2020-01-01", max = "2040-12-31") LocalDate due) {
        ReminderSteps steps = new ReminderSteps(days);
        List<Integer> come = new ArrayList<>();
        for (int left = 400; left >= -5; left--) {
            steps.stepOf(due, due.minusDays(left))
                    .filter(step -> come.isEmpty() || !come.getLast().equals(step))
                    .ifPresent(come::add);
        }

        assertThat(come)
                .containsExactlyElementsOf(
                        days.stream().sorted(Comparator.reverseOrder()).toList());
    }
}
