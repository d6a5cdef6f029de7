package org.kedang.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kedang.kernel.PhoneNumber.Kind;

import java.util.List;

class PhoneNumberTests {
    @ParameterizedTest
    @CsvSource({
        "138 0575 1234, MOBILE, 13805751234, 13805751234",
        "+86 138-0575-1234, MOBILE, 13805751234, 13805751234",
        "(+86)138 0575 1234, MOBILE, 13805751234, 13805751234",
        "8613805751234, MOBILE, 13805751234, 13805751234",
        "008613805751234, MOBILE, 13805751234, 13805751234",
        "013805751234, MOBILE, 13805751234, 13805751234",
        "００８６１３８０５７５１２３４, MOBILE, 13805751234, 13805751234",
        "\u202A138\u200B05751234\u202C, MOBILE, 13805751234, 13805751234",
        "0575-88120101, LANDLINE, 057588120101, 0575-88120101",
        "（0575）8812 0101, LANDLINE, 057588120101, 0575-88120101",
        "+86 575 8812 0101, LANDLINE, 057588120101, 0575-88120101",
        "+86 (0)575 8812 0101, LANDLINE, 057588120101, 0575-88120101",
        "86-575-88120101, LANDLINE, 057588120101, 0575-88120101",
        "+86 10 6655 4433, LANDLINE, 01066554433, 010-66554433",
        "0579 8123456, LANDLINE, 05798123456, 0579-8123456",
        "021-63120808 转 8, LANDLINE, 02163120808, 021-63120808转8",
        "021-63120808-8, LANDLINE, 02163120808, 021-63120808转8",
        "021－63120808—8012, LANDLINE, 02163120808, 021-63120808转8012",
        "0575-88120101 ext. 203, LANDLINE, 057588120101, 0575-88120101转203",
        "0575-88120101转分机203, LANDLINE, 057588120101, 0575-88120101转203",
        "0575-88120101#203, LANDLINE, 057588120101, 0575-88120101转203",
        "88120101, LOCAL, 88120101, 88120101",
        "8812 010, LOCAL, 8812010, 8812010",
        "400-820-8820, SERVICE, 4008208820, 400-820-8820",
        "4008208820转3, SERVICE, 4008208820, 400-820-8820转3",
        "+86 400 820 8820, SERVICE, 4008208820, 400-820-8820",
        "800 820 8820, SERVICE, 8008208820, 800-820-8820",
        "95588, SERVICE, 95588, 95588",
        "12345, SERVICE, 12345, 12345",
        "10086, SERVICE, 10086, 10086",
        "+852 2123 4567, ABROAD, +85221234567, +852 2123 4567",
        "00852-21234567, ABROAD, +85221234567, +852 2123 4567",
        "001 415 555 2671, ABROAD, +14155552671, +1 415-555-2671",
        "+44 (0)20 7946 0958, ABROAD, +442079460958, +44 20 7946 0958",
    })
    void bringsAllWaysOfWritingToOne(String typed, Kind kind, String key, String written) {
        assertThat(PhoneNumber.parse(typed))
                .hasValueSatisfying(
                        number -> {
                            assertThat(number.kind()).isEqualTo(kind);
                            assertThat(number.key()).isEqualTo(key);
                            assertThat(number.written()).isEqualTo(written);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "+",
                "110",
                "138000",
                "12345678901",
                "1380575123",
                "138057512345",
                "12805751234",
                "1380000111122223333",
                "0575-8812",
                "0575-8888A000",
                "0575-88120101 转 123456789",
                "0575-88120101 转 人工",
                "138-0575-1234-5",
                "电话没有",
                "call me",
                "+86 12345",
                "+86 88120101",
                "+1",
                "+999 1234567",
                "13805751234/13905751234",
                "13805751234 13905751234"
            })
    void refusesWhatIsNoNumber(String typed) {
        assertThat(PhoneNumber.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800001111 / 0575-88880000",
                "13800001111、13900002222",
                "13800001111,13900002222；400-820-8820转2"
            })
    void takesSeveralNumbersInOneText(String typed) {
        assertThat(PhoneNumber.areNumbers(typed)).isTrue();
        assertThat(PhoneNumber.keyIn(typed)).isEqualTo("13800001111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "13800001111/", "13800001111/张三", "张三 13800001111"})
    void wantsNothingButNumbersInATextOfNumbers(String typed) {
        assertThat(PhoneNumber.areNumbers(typed)).isEqualTo("13800001111/".equals(typed));
    }

    @Test
    void writesAllNumbersInOneWay() {
        assertThat(PhoneNumber.written("+86 138 0000 1111，(0575)88880000", null, 40))
                .isEqualTo("13800001111 / 0575-88880000");
        assertThat(PhoneNumber.written(" 找前台 ", null, 40)).isEqualTo("找前台");
        assertThat(PhoneNumber.written("  ", null, 40)).isNull();
    }

    @Test
    void keepsAWritingThatSaysTheSame() {
        assertThat(PhoneNumber.written("13800001111", "138 0000 1111", 40))
                .isEqualTo("138 0000 1111");
        assertThat(PhoneNumber.written("13800001112", "138 0000 1111", 40))
                .isEqualTo("13800001112");
        assertThat(PhoneNumber.written("0575-88880000转1", "0575-88880000", 40))
                .isEqualTo("0575-88880000转1");
    }

    @Test
    void doesNotWriteMoreThanThereIsRoomFor() {
        assertThat(PhoneNumber.written("13800001111,057588880000", null, 24))
                .isEqualTo("13800001111,057588880000");
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.strings().numeric().ofLength(9).map(rest -> "13" + rest),
                Arbitraries.strings().numeric().ofLength(8).map(rest -> "010" + rest),
                Arbitraries.strings().numeric().ofLength(9).map(rest -> "02" + rest),
                Arbitraries.strings().numeric().ofLength(8).map(rest -> "0575" + rest),
                Arbitraries.strings().numeric().ofLength(7).map(rest -> "0898" + rest),
                Arbitraries.strings().numeric().ofLength(7).map(rest -> "400" + rest));
    }

    @Property
    void keepsTheKeyHoweverTheNumberIsWritten(
            @ForAll("numbers") String number,
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 10) Integer> gaps,
            @ForAll @IntRange(max = 5) int mark,
            @ForAll @IntRange(max = 4) int country,
            @ForAll @IntRange(max = 3) int behind) {
        StringBuilder typed = new StringBuilder(number);
        gaps.forEach(gap -> typed.insert((int) gap, " -\u3000.—·".charAt(mark)));
        typed.insert(0, List.of("", "+86", "+86 ", "0086-", "（＋86）").get(country));
        typed.append(List.of("", "转801", " ext 12", "分机8").get(behind));

        assertThat(PhoneNumber.parse(typed.toString())).map(PhoneNumber::key).contains(number);
    }

    @Property
    void keepsDifferentNumbersApart(
            @ForAll("numbers") String one, @ForAll("numbers") String other) {
        Assume.that(!one.equals(other));

        assertThat(PhoneNumber.keyIn(one)).isNotEqualTo(PhoneNumber.keyIn(other));
    }

    @Property(tries = 5_000)
    void readsWhatItWrites(
            @ForAll
                    @StringLength(max = 20)
                    @Chars({'0', '1', '2', '3', '4', '8', '5', '6', '+', '-', ' ', '转'})
                    String typed) {
        PhoneNumber.parse(typed)
                .ifPresent(
                        number -> {
                            assertThat(PhoneNumber.parse(number.written())).contains(number);
                            assertThat(PhoneNumber.parse(number.key()))
                                    .map(PhoneNumber::key)
                                    .contains(number.key());
                        });
    }

    @Property(tries = 5_000)
    void readsWhatItWritesOfNumbersAbroad(
            @ForAll @IntRange(min = 1, max = 999) int country,
            @ForAll @IntRange(min = 1_000_000) int rest) {
        PhoneNumber.parse("+" + country + rest)
                .ifPresent(
                        number -> assertThat(PhoneNumber.parse(number.written())).contains(number));
    }
}
