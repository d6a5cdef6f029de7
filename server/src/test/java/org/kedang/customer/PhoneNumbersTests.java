package org.kedang.customer;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800001111",
                "138 0000 1111",
                "+86 138-0000-1111",
                "0575-88880000",
                "（0575）8888 0000",
                "0575-88880000转801",
                "0575-88880000 分机 12",
                "400-800-1234",
                "95588",
                "88880000",
                "+852 2888 0000",
                "13800001111 / 0575-88880000",
                "13800001111、13900002222"
            })
    void takesWhatPeopleWrite(String typed) {
        assertThat(PhoneNumbers.areDiallable(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call me",
                "1",
                "138000",
                "1380000111122223333",
                "",
                "/",
                "0575-8888A000",
                "+"
            })
    void refusesWhatNobodyCanDial(String typed) {
        assertThat(PhoneNumbers.areDiallable(typed)).isFalse();
    }

    @Property(tries = 200)
    void takesEachMobileNumber(
            @ForAll @IntRange(min = 130, max = 199) int network,
            @ForAll @IntRange(max = 99_999_999) int rest) {
        assertThat(PhoneNumbers.areDiallable("%d%08d".formatted(network, rest))).isTrue();
    }
}
