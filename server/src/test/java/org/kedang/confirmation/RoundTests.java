package org.kedang.confirmation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.kedang.confirmation.Round.Stage;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

class RoundTests {
    private static final LocalDate BEGUN = LocalDate.of(2026, 10, 1);

    @Property
    void everyDayLiesInTheQuarterThatItIsFoundIn(
            @ForAll @IntRange(min = 0, max = 20_000) int offset) {
        LocalDate day = LocalDate.of(2000, 1, 1).plusDays(offset);
        LocalDate quarter = Round.quarterOf(day);

        assertThat(quarter).isBeforeOrEqualTo(day).isAfter(day.minusDays(93));
        assertThat(quarter.getDayOfMonth()).isEqualTo(1);
        assertThat(quarter.get(IsoFields.QUARTER_OF_YEAR))
                .isEqualTo(day.get(IsoFields.QUARTER_OF_YEAR));
    }

    @Test
    void tellsOwnersThenHeads() {
        Round round = new Round(BEGUN, BEGUN, BEGUN.plusDays(30), null, null);
        assertThat(round.stage(BEGUN, 3)).isEqualTo(Stage.BEGUN);
        assertThat(round.stage(round.dueOn(), 3)).isEqualTo(Stage.BEGUN);
        assertThat(round.stage(round.dueOn().plusDays(1), 3)).isEqualTo(Stage.OVERDUE);
        assertThat(round.stage(round.dueOn().plusDays(3), 3)).isEqualTo(Stage.OVERDUE);
        assertThat(round.stage(round.dueOn().plusDays(4), 3)).isEqualTo(Stage.HEAD);
    }
}
