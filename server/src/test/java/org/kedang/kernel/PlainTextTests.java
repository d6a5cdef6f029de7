package org.kedang.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTests {
    private record Form(
            @Nullable @PlainText(max = 20, required = true) String line,
            @Nullable @PlainText(max = 20, multiline = true) String lines) {}

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private static String verdict(Form form) {
        return VALIDATOR.validate(form).stream()
                .map(v -> v.getMessage())
                .findFirst()
                .orElse("fine");
    }

    @Property
    void takesChineseOfTheRightLength(
            @ForAll @CharRange(from = '一', to = '龥') @StringLength(min = 1, max = 20) String text) {
        assertThat(verdict(new Form(text, text))).isEqualTo("fine");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\u202eb",
                "a\u2066b",
                "a\nb",
                "\u001b[31m",
                "a\ufeff",
                "a\ud800",
                "\u200f"
            })
    void refusesWhatCannotBeReadOrTurnsTheDirection(String text) {
        assertThat(verdict(new Form(text, null))).isEqualTo("forbidden-character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u3000"})
    void refusesBlankWhereItIsRequired(String text) {
        assertThat(verdict(new Form(text, null))).isEqualTo("required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"𠮷野家", "绍兴·鉴湖", "<b>\"'&</b>", "😀"})
    void takesRareCharactersAndMarkupAsText(String text) {
        assertThat(verdict(new Form(text, null))).isEqualTo("fine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"𠮷", "长"})
    void countsCharactersAsPeopleDo(String one) {
        assertThat(verdict(new Form(one.repeat(20), null))).isEqualTo("fine");
        assertThat(verdict(new Form(one.repeat(21), null))).isEqualTo("too-long:20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"一\n二", "一\t二"})
    void takesLinesWhereLinesMayBe(String text) {
        assertThat(verdict(new Form("x", text))).isEqualTo("fine");
    }
}
