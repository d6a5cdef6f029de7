package org.kedang.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.function.UnaryOperator;

class MasksTests {
    private static final List<UnaryOperator<String>> ALL =
            List.of(Masks::phone, Masks::idNumber, Masks::bankAccount, Masks::mail, Masks::address);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "13812345678|138****5678",
                "138 1234 5678|138 **** 5678",
                "0575-88120101|0575-****0101",
                "021-63120808|021-****0808",
                "(0575)88120101转802|(0575)*******1转802",
                "+86 138-1234-5678|+86 1**-****-5678",
                "13812345678,13987654321|138****5678,139****4321",
                "１３８１２３４５６７８|138****5678",
                "\u202E13812345678|138****5678",
                "12345|1****",
                "802|***"
            })
    void masksPhones(String phone, String masked) {
        assertThat(Masks.phone(phone)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11010519491231002X|110***********002X",
                "G12345678|G******78",
                "12|**",
                "１１０１０５１９４９１２３１００２Ｘ|110***********002X"
            })
    void masksIdNumbers(String number, String masked) {
        assertThat(Masks.idNumber(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6222021202041234567|**** **** **** 4567",
                "6222 0212 0204 1234|**** **** **** 1234",
                "GB29NWBK60161331926819|**** **** **** 6819",
                "123456|**** **** **** **56",
                "12|**** **** **** ****"
            })
    void masksBankAccounts(String account, String masked) {
        assertThat(Masks.bankAccount(account)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zhang.san@example.com|z***@example.com",
                "z@example.com|***@example.com",
                "张三@example.com|***@example.com",
                "nobody|***",
                "\"a@b\"@example.com|***@example.com"
            })
    void masksMails(String mail, String masked) {
        assertThat(Masks.mail(mail)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "浙江省绍兴市越城区人民中路100号|浙江省绍兴市越城区***",
                "上海市浦东新区世纪大道8号|上海市浦东新区***",
                "浙江省诸暨市大唐街道袜业大道1号|浙江省诸暨市***",
                "内蒙古自治区呼和浩特市新城区中山东路|内蒙古自治区呼和浩特市新城区***",
                "广西壮族自治区桂林市阳朔县西街|广西壮族自治区桂林市阳朔县***",
                "杭州市文三路小区3幢|杭州市***",
                "绍兴市 越城区 人民路|绍兴市越城区***",
                "人民中路100号|***",
                "12 Baker Street, London|***"
            })
    void masksAddresses(String address, String masked) {
        assertThat(Masks.address(address)).isEqualTo(masked);
    }

    @Property
    void changesNothingWhenMaskingAgain(@ForAll("anything") String value) {
        assertThat(ALL)
                .allSatisfy(
                        mask -> {
                            String once = mask.apply(value);
                            assertThat(mask.apply(once)).isEqualTo(once);
                        });
    }

    @Property
    void hidesAtLeastFourDigitsOfAPhone(
            @ForAll @NumericChars @StringLength(min = 4, max = 20) String digits) {
        String masked = Masks.phone(digits);

        assertThat(masked).hasSameSizeAs(digits);
        assertThat(stars(masked)).isGreaterThanOrEqualTo(4);
        assertThat(masked).matches("[0-9]{0,4}\\*+[0-9]{0,4}");
    }

    @Property
    void hidesMostOfANumber(@ForAll @NumericChars @StringLength(min = 1, max = 40) String digits) {
        String id = Masks.idNumber(digits);
        String account = Masks.bankAccount(digits);

        assertThat(id).matches("[0-9]{0,3}\\*+[0-9]{0,4}");
        assertThat(stars(id) * 2).isGreaterThanOrEqualTo(digits.length());
        assertThat(account).matches("(\\*{4} ){3}\\*{0,4}[0-9]{0,4}");
        assertThat((account.length() - stars(account) - 3) * 3)
                .as("digits that are left")
                .isLessThanOrEqualTo(digits.length());
    }

    @Property
    void neverShowsWhatStandsBeforeTheAtSign(
            @ForAll @StringLength(min = 2, max = 30) @NumericChars String local) {
        assertThat(Masks.mail(local + "@example.com"))
                .isEqualTo(local.charAt(0) + "***@example.com");
    }

    @Property
    void dropsWhatTurnsOrHidesText(@ForAll("anything") String value) {
        assertThat(ALL)
                .allSatisfy(
                        mask ->
                                assertThat(mask.apply(value))
                                        .doesNotContainPattern("[\\p{Cf}\\p{Cc}]"));
    }

    private static int stars(String masked) {
        return (int) masked.chars().filter(c -> c == '*').count();
    }

    @Provide
    Arbitrary<String> anything() {
        Arbitrary<String> close =
                Arbitraries.strings()
                        .withChars("0123456789*+-() ,;/@.azZ省市区县路号浙江绍兴\u202E\u200B\uFF11#转")
                        .ofMaxLength(24);
        return Arbitraries.oneOf(close, Arbitraries.strings().ofMaxLength(24));
    }
}
