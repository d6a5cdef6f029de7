package org.kedang.contact;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class PhoneNumberTests {
    @ParameterizedTest
    @CsvSource({
        "138 0575 1234, 13805751234",
        "+86 138-0575-1234, 13805751234",
        "8613805751234, 13805751234",
        "００８６１３８０５７５１２３４, 13805751234",
        "0575-88120101, 057588120101",
        "(0575) 8812 0101, 057588120101",
        "+86 575 8812 0101, 057588120101",
        "+86 10 6655 4433, 01066554433",
        "021-63120808 转 8, 02163120808",
        "0575-88120101 ext. 203, 057588120101",
        "88120101, 88120101",
        "400-820-8820, 4008208820",
        "95588, 95588",
        "+852 2123 4567, +85221234567",
        "001 415 555 2671, +14155552671",
    })
    void bringsAllWaysOfWritingToOne(String typed, String key) {
        assertThat(PhoneNumber.parse(typed)).map(PhoneNumber::key).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "110",
                "12345678901",
                "1380575123",
                "138057512345",
                "0575-8812",
                "电话没有",
                "+86 12345",
                "13805751234/13905751234",
                "+1",
                "0575-88120101 转 123456789"
            })
    void refusesWhatIsNoNumber(String typed) {
        assertThat(PhoneNumber.parse(typed)).isEmpty();
    }

    @Property
    void findsAMobileHoweverItsDigitsAreParted(
            @ForAll @IntRange(min = 3, max = 9) int second,
            @ForAll @NumericChars @StringLength(9) String rest,
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 10) Integer> gaps,
            @ForAll @IntRange(max = 4) int mark,
            @ForAll @IntRange(max = 3) int country) {
        String number = "1" + second + rest;
        StringBuilder typed = new StringBuilder(number);
        gaps.forEach(gap -> typed.insert((int) gap, " -\u3000.—".charAt(mark)));
        typed.insert(0, List.of("", "+86", "+86 ", "0086-").get(country));

        assertThat(PhoneNumber.parse(typed.toString())).map(PhoneNumber::key).contains(number);
    }

    @Property
    void leavesAKeyAsItIs(
            @ForAll @StringLength(max = 24) @Chars({'0', '1', '3', '8', '5', '+', '-', ' ', '转'})
                    String typed) {
        PhoneNumber.parse(typed)
                .map(PhoneNumber::key)
                .ifPresent(
                        key ->
                                assertThat(PhoneNumber.parse(key))
                                        .contains(new PhoneNumber(key, "")));
    }
}
