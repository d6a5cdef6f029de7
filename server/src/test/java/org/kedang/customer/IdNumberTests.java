package org.kedang.customer;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class IdNumberTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void acceptsTheExampleOfTheStandard() {
        assertThat(IdNumber.isValid("11010519491231002X", TODAY)).isTrue();
    }

    @Test
    void rejectsDaysThatNeverWere() {
        String body = "11010519990230002";
        assertThat(IdNumber.isValid(body + IdNumber.checkCharacter(body), TODAY)).isFalse();
    }

    @Test
    void rejectsBirthsInTheFuture() {
        String body = "11010520300101002";
        assertThat(IdNumber.isValid(body + IdNumber.checkCharacter(body), TODAY)).isFalse();
    }

    @Property
    void rejectsEverySingleWrongDigit(
            @ForAll("bodies") String body,
            @ForAll @IntRange(max = 16) int at,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        String number = body + IdNumber.checkCharacter(body);
        char wrong = (char) ('0' + (number.charAt(at) - '0' + by) % 10);
        String damaged = number.substring(0, at) + wrong + number.substring(at + 1);

        assertThat(IdNumber.isValid(number, TODAY)).isTrue();
        assertThat(IdNumber.isValid(damaged, TODAY)).isFalse();
    }

    @Provide
    Arbitrary<String> bodies() {
        return Combinators.combine(
                        Arbitraries.integers().between(110000, 659999),
                        Dates.dates().between(LocalDate.of(1900, 1, 1), TODAY),
                        Arbitraries.integers().between(0, 999))
                .as((region, birth, run) -> "%06d%tY%<tm%<td%03d".formatted(region, birth, run));
    }
}
