package org.kedang.form;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

import org.kedang.form.FormField.Kind;
import org.kedang.form.FormField.Option;

import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.util.Map;

/** What a form lets pass is what its fields say, whatever is typed. */
class CheckingFormsPropertyTests {
    private static final Form FORM =
            Form.of(
                    FormField.of("text", Kind.TEXT, "文", "Text").upTo(10),
                    FormField.of("number", Kind.NUMBER, "数", "Number").from(-50).upTo(50),
                    FormField.of("money", Kind.MONEY, "钱", "Money"),
                    FormField.of("choice", Kind.CHOICE, "选", "Choice")
                            .choosing(
                                    new Option("a", Label.of("甲", "A")),
                                    new Option("b", Label.of("乙", "B"))));

    private final CheckingForms checking = new CheckingForms(JsonMapper.builder().build());

    private boolean passes(String field, Object value) {
        return checking.faults(FORM, new FormValues(Map.of(field, value)), "f").isEmpty();
    }

    @Property(tries = 200)
    void numbersPassBetweenTheirBounds(@ForAll @IntRange(min = -100, max = 100) int number) {
        assertThat(passes("number", number)).isEqualTo(number >= -50 && number <= 50);
    }

    @Property(tries = 200)
    void amountsPassToTheFen(@ForAll @LongRange(min = -9_999_999, max = 9_999_999) long mills) {
        assertThat(passes("money", BigDecimal.valueOf(mills, 3))).isEqualTo(mills % 10 == 0);
    }

    @Property(tries = 200)
    void textsPassUpToTheirLength(@ForAll("signs") @StringLength(min = 1, max = 20) String text) {
        assertThat(passes("text", text)).isEqualTo(text.codePointCount(0, text.length()) <= 10);
    }

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.strings().withChars("甲乙丙ab12 -").ofMinLength(1).ofMaxLength(20);
    }

    @Property(tries = 200)
    void onlyOptionsPass(@ForAll @StringLength(min = 1, max = 3) String value) {
        assertThat(passes("choice", value)).isEqualTo(value.equals("a") || value.equals("b"));
    }

    @Property(tries = 100)
    void whatIsNotAskedForNeverPasses(@ForAll @IntRange(min = 0, max = 9) int run) {
        assertThat(passes("other" + run, run)).isFalse();
    }
}
