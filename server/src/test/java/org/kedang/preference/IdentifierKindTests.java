package org.kedang.preference;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class IdentifierKindTests {
    @ParameterizedTest
    @CsvSource({
        "浙D·12345, 浙D12345",
        "浙d 1234a, 浙D1234A",
        "浙Ｄ１２３４５, 浙D12345",
        "浙D·D12345, 浙DD12345",
        "浙A12345F, 浙A12345F",
        "粤Z1234港, 粤Z1234港",
        "浙D1234挂, 浙D1234挂",
        "使 014578, 使014578",
        "沪A0023领, 沪A0023领"
    })
    void readsPlatesHoweverTheyAreWritten(String typed, String key) {
        assertThat(IdentifierKind.PLATE.key(typed)).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"绍A12345", "浙12345", "浙D1234", "浙DI2345", "浙D123456", "D12345", "浙D", ""})
    void refusesWhatIsNoPlate(String typed) {
        assertThat(IdentifierKind.PLATE.key(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"vip-0001, VIP0001", "ＶＩＰ 0001, VIP0001", "88001234, 88001234"})
    void readsMemberNumbersHoweverTheyAreWritten(String typed, String key) {
        assertThat(IdentifierKind.MEMBER.key(typed)).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A1", "会员1号", "1234567890123456789012345678901"})
    void refusesWhatIsNoMemberNumber(String typed) {
        assertThat(IdentifierKind.MEMBER.key(typed)).isEmpty();
    }

    @Property
    void findsAPlateHoweverItIsParted(
            @ForAll @NumericChars @StringLength(5) String digits,
            @ForAll @Size(max = 4) List<@IntRange(min = 1, max = 6) Integer> gaps,
            @ForAll @IntRange(max = 3) int mark) {
        StringBuilder typed = new StringBuilder("浙d" + digits);
        gaps.forEach(gap -> typed.insert((int) gap, " ·-\u3000".charAt(mark)));

        assertThat(IdentifierKind.PLATE.key(typed.toString())).contains("浙D" + digits);
    }

    @Property
    void leavesAKeyAsItIs(@ForAll @StringLength(max = 12) String typed) {
        for (IdentifierKind kind : IdentifierKind.values()) {
            kind.key(typed).ifPresent(key -> assertThat(kind.key(key)).contains(key));
        }
    }
}
