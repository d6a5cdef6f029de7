package org.kedang.consent;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.kedang.consent.ConsentState.Said;
import org.kedang.form.Label;

import java.time.LocalDate;
import java.util.UUID;

class ConsentStateTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-900, 900).map(TODAY::plusDays);
    }

    @Test
    void isMissingWhereNothingWasSaidAndSomethingIsNeeded() {
        assertThat(ConsentState.of(true, null, TODAY)).isEqualTo(ConsentState.MISSING);
        assertThat(ConsentState.of(false, null, TODAY)).isEqualTo(ConsentState.NOT_NEEDED);
    }

    @Test
    void holdsOnItsLastDayAndNotOnTheNext() {
        assertThat(ConsentState.of(true, new Said(false, TODAY), TODAY))
                .isEqualTo(ConsentState.GIVEN);
        assertThat(ConsentState.of(true, new Said(false, TODAY), TODAY.plusDays(1)))
                .isEqualTo(ConsentState.EXPIRED);
    }

    @Property
    void neverCoversAfterAWithdrawal(@ForAll boolean needed, @ForAll("days") LocalDate today) {
        assertThat(ConsentState.of(needed, new Said(true, null), today).covers()).isFalse();
    }

    @Property
    void coversExactlyUntilItsLastDay(
            @ForAll("days") LocalDate until, @ForAll("days") LocalDate today) {
        assertThat(ConsentState.of(true, new Said(false, until), today).covers())
                .isEqualTo(!today.isAfter(until));
    }

    @Property
    void holdsForeverWithoutATerm(@ForAll("days") LocalDate today) {
        assertThat(ConsentState.of(true, new Said(false, null), today))
                .isEqualTo(ConsentState.GIVEN);
    }

    @Property
    void lastsAsManyMonthsAsThePurposeSays(
            @ForAll("days") LocalDate givenOn, @ForAll @IntRange(min = 1, max = 600) int months) {
        LocalDate last = purpose(months).lastDay(givenOn);

        assertThat(last).isNotNull();
        assertThat(last.plusDays(1)).isEqualTo(givenOn.plusMonths(months));
        assertThat(ConsentState.of(true, new Said(false, last), givenOn).covers()).isTrue();
    }

    private static Purpose purpose(int months) {
        return new Purpose(
                UUID.randomUUID(),
                0,
                "marketing",
                Label.of("营销推广", "Marketing"),
                "发送产品资料",
                LawfulBasis.CONSENT,
                true,
                true,
                months,
                false);
    }
}
