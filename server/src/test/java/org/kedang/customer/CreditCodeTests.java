package org.kedang.customer;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTests {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(strings = {"91110000100000589A", "91440300708461136T"})
    void acceptsCodesOfRealOrganisations(String code) {
        assertThat(CreditCode.checkCharacter(code)).isEqualTo(code.charAt(17));
        assertThat(CreditCode.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9144030071526726", "91440300708461136I", "91440300708461136TT"})
    void rejectsWrongForms(String code) {
        assertThat(CreditCode.isValid(code)).isFalse();
    }

    @Property
    void rejectsEverySingleWrongCharacter(
            @ForAll("bodies") String body,
            @ForAll @IntRange(max = 17) int at,
            @ForAll @IntRange(min = 1, max = 30) int by) {
        String code = body + CreditCode.checkCharacter(body);
        char wrong = ALPHABET.charAt((ALPHABET.indexOf(code.charAt(at)) + by) % 31);
        String damaged = code.substring(0, at) + wrong + code.substring(at + 1);

        assertThat(CreditCode.isValid(code)).isTrue();
        assertThat(CreditCode.isValid(damaged)).isFalse();
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.strings().withChars(ALPHABET).ofLength(17);
    }
}
