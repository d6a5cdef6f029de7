package org.kedang.contact;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;

class BirthdayTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @ValueSource(strings = {"1985-05-12", "--05-12", "--02-29", "1984-02-29", "2026-11-23"})
    void takesDaysThatThereAre(String written) {
        assertThat(Birthday.parse(written, TODAY)).map(Birthday::toString).contains(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1985-02-29",
                "1985-13-01",
                "1899-12-31",
                "2026-11-24",
                "--04-31",
                "05-12",
                "1985年",
                ""
            })
    void refusesDaysThatThereWereNot(String written) {
        assertThat(Birthday.parse(written, TODAY)).isEmpty();
    }

    @Property
    void keepsDayAndMonthWithoutTheYear(
            @ForAll @DateRange(min = "1900-01-01", max = "2026-11-23") LocalDate born) {
        assertThat(Birthday.withoutYear(born.toString()))
                .isEqualTo("-" + born.toString().substring(4))
                .doesNotContain(Integer.toString(born.getYear()));
    }
}
