package org.kedang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kedang.archive.NumberRule.Element;

import java.util.Map;

class NumberRuleTests {
    private static final String USUAL =
            "{fonds}-{category}·{year}-{period}-{department}-{number:4}";

    @Test
    void formsTheNumberOfTheStandard() {
        NumberRule rule = NumberRule.parse(USUAL);
        String prefix = rule.prefix(values("K001", "KH", "2026", "D10", "XS"));

        assertThat(rule.number(prefix, 1)).isEqualTo("K001-KH·2026-D10-XS-0001");
        assertThat(rule.number(prefix, 9999)).isEqualTo("K001-KH·2026-D10-XS-9999");
    }

    @Test
    void growsBeyondItsWidthRatherThanStartAgain() {
        NumberRule rule = NumberRule.parse(USUAL);

        assertThat(rule.number("K001-KH·2026-D10-XS-", 10_000))
                .isEqualTo("K001-KH·2026-D10-XS-10000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{fonds}",
                "{number:4}",
                "{fonds}{number:4}",
                "{fonds}-1{number:4}",
                "{fonds}-{number:0}",
                "{fonds}-{number:12}",
                "{fonds}-{number}",
                "{fonds}-{number:4}-x",
                "{fonds}-{number:4}-{number:4}",
                "{fonds}-{number:4}-{year}",
                "{fond}-{number:4}",
                "{fonds-{number:4}",
                "fonds}-{number:4}",
                "{}-{number:4}",
                "{fonds}-{{number:4}}"
            })
    void refusesRulesThatCouldNotKeepNumbersApart(String template) {
        assertThatThrownBy(() -> NumberRule.parse(template))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAMissingValueAndARunBelowOne() {
        NumberRule rule = NumberRule.parse(USUAL);

        assertThatThrownBy(() -> rule.prefix(Map.of(Element.FONDS, "K001")))
                .hasMessageContaining("No value for category");
        assertThatThrownBy(() -> rule.number("K001-", 0)).hasMessageContaining("count from 1");
    }

    @Property
    void neverGivesOneNumberTwice(
            @ForAll("templates") String template,
            @ForAll("scopes") Map<Element, String> one,
            @ForAll("scopes") Map<Element, String> other,
            @ForAll @LongRange(min = 1, max = 200_000) long firstRun,
            @ForAll @LongRange(min = 1, max = 200_000) long secondRun) {
        NumberRule rule = NumberRule.parse(template);
        String prefix = rule.prefix(one);
        String otherPrefix = rule.prefix(other);

        boolean same = rule.number(prefix, firstRun).equals(rule.number(otherPrefix, secondRun));

        assertThat(same).isEqualTo(prefix.equals(otherPrefix) && firstRun == secondRun);
    }

    @Property
    void sortsLikeItsRunWithinTheWidth(@ForAll @LongRange(min = 1, max = 9_998) long run) {
        NumberRule rule = NumberRule.parse(USUAL);

        assertThat(rule.number("K001-", run)).isLessThan(rule.number("K001-", run + 1));
    }

    @Provide
    Arbitrary<String> templates() {
        Arbitrary<String> piece =
                Arbitraries.of(
                        "{fonds}",
                        "{category}",
                        "{year}",
                        "{period}",
                        "{department}",
                        "-",
                        "·",
                        "7",
                        "A");
        return piece.list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(pieces -> String.join("", pieces) + "-{number:3}");
    }

    @Provide
    Arbitrary<Map<Element, String>> scopes() {
        Arbitrary<String> code = Arbitraries.of("1", "11", "A", "A1", "2026", "2026-1");
        return Combinators.combine(code, code, code, code, code).as(NumberRuleTests::values);
    }

    private static Map<Element, String> values(
            String fonds, String category, String year, String period, String department) {
        return Map.of(
                Element.FONDS, fonds,
                Element.CATEGORY, category,
                Element.YEAR, year,
                Element.PERIOD, period,
                Element.DEPARTMENT, department);
    }
}
