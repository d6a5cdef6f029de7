package org.kedang.customfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

import org.junit.jupiter.api.Test;
import org.kedang.form.FormField;
import org.kedang.form.FormField.Kind;
import org.kedang.kernel.Problem;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

class CustomValuesTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CustomField AMOUNT =
            CustomField.of(FormField.of("amount", Kind.NUMBER, "数量", "Amount"));

    @Property(tries = 200)
    void keepsNothingThatItReadsBackDifferently(@ForAll Map<String, Integer> typed) {
        Map<String, Object> tidy = CustomValues.tidy(typed);

        Map<String, Object> read = CustomValues.read(CustomValues.write(tidy));

        assertThat(CustomValues.changed(tidy, read)).isEmpty();
        assertThat(CustomValues.changed(Map.of(), read)).isEqualTo(tidy.keySet());
    }

    /** Text in the index stands for numbers in the database: both narrow a list to the same. */
    @Property(tries = 300)
    void marksSortAsNumbersDo(
            @ForAll @BigRange(min = "-999999999999999", max = "999999999999999") @Scale(4)
                    BigDecimal one,
            @ForAll @BigRange(min = "-999999999999999", max = "999999999999999") @Scale(4)
                    BigDecimal other) {
        int marks =
                ShowingValues.mark(AMOUNT, one.toPlainString())
                        .compareTo(ShowingValues.mark(AMOUNT, other.toPlainString()));

        assertThat(Integer.signum(marks)).isEqualTo(one.compareTo(other));
    }

    @Test
    void numbersThatAreWrittenDifferentlyAreTheSame() {
        assertThat(CustomValues.changed(Map.of("f", 12), Map.of("f", 12.0))).isEmpty();
        assertThat(CustomValues.changed(Map.of("f", 12), Map.of("f", 12.5))).containsExactly("f");
        assertThat(CustomValues.changed(Map.of("f", "12"), Map.of("f", 12))).containsExactly("f");
    }

    @Test
    void leavesOutWhatIsEmpty() {
        assertThat(CustomValues.tidy(Map.of("a", "  ", "b", List.of(), "c", " 甲 ", "d", 0)))
                .isEqualTo(Map.of("c", "甲", "d", 0));
        assertThat(CustomValues.tidy(null)).isEmpty();
    }

    @Test
    void mergesAPatchFieldByField() {
        ObjectNode record = object("{\"note\":\"旧\",\"more\":{\"a\":1,\"b\":2}}");
        ObjectNode patch = object("{\"note\":\"新\",\"more\":{\"b\":null,\"c\":3}}");

        assertThat(CustomValues.named(patch)).containsExactlyInAnyOrder("note", "more.b", "more.c");
        assertThat(CustomValues.merge(record, patch))
                .isEqualTo(object("{\"note\":\"新\",\"more\":{\"a\":1,\"c\":3}}"));
    }

    @Test
    void refusesAPatchThatDoesNotNameFields() {
        for (String more : List.of("null", "[]", "\"x\"", "7")) {
            ObjectNode patch = object("{\"more\":%s}".formatted(more));

            assertThatThrownBy(() -> CustomValues.named(patch)).isInstanceOf(Problem.class);
            assertThatThrownBy(() -> CustomValues.merge(object("{}"), patch))
                    .isInstanceOf(Problem.class);
        }
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) JSON.readTree(json);
    }
}
