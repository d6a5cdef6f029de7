package org.kedang.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.kedang.grading.GradeTest.all;
import static org.kedang.grading.GradeTest.any;
import static org.kedang.grading.GradeTest.of;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;
import org.kedang.customer.CustomerGrade;
import org.kedang.grading.GradeRules.Rule;
import org.kedang.grading.GradeTest.Operator;
import org.kedang.kernel.Problem;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class ExplanationTests {
    private static final KnownFacts FACTS = new KnownFacts(List.of(new CustomerFacts()));

    private static Explanation explain(GradeTest when, Map<String, Object> values) {
        return Explanation.of(
                GradeRules.of(CustomerGrade.D, new Rule(CustomerGrade.A, when)), FACTS, values);
    }

    private static boolean holds(GradeTest when, Map<String, Object> values) {
        return explain(when, values).rule() == 1;
    }

    @Test
    void tellsWhichConditionHeldWithWhichValue() {
        Explanation found =
                explain(
                        all(
                                of("cooperationYears", Operator.AT_LEAST, "5"),
                                of("tags", Operator.ONE_OF, "战略")),
                        Map.of("cooperationYears", new BigDecimal(7), "tags", List.of("老客户")));

        assertThat(found.rule()).isZero();
        assertThat(found.grade()).isEqualTo(CustomerGrade.D);
        List<Explanation.Seen> parts = found.tried().getFirst().when().parts();
        assertThat(parts.getFirst().holds()).isTrue();
        assertThat(parts.getFirst().known()).isEqualTo("7");
        assertThat(parts.getLast().holds()).isFalse();
        assertThat(parts.getLast().known()).isEqualTo("老客户");
    }

    /** Whatever else holds further down, the first that holds gives the grade. */
    @Property
    void firstRuleWins(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 9) Integer> thresholds,
            @ForAll @IntRange(min = 0, max = 9) int years) {
        List<Rule> rules =
                thresholds.stream()
                        .map(
                                least ->
                                        new Rule(
                                                CustomerGrade.values()[least % 4],
                                                of(
                                                        "cooperationYears",
                                                        Operator.AT_LEAST,
                                                        String.valueOf(least))))
                        .toList();
        int expected =
                IntStream.range(0, rules.size())
                        .filter(i -> thresholds.get(i) <= years)
                        .map(i -> i + 1)
                        .findFirst()
                        .orElse(0);

        Explanation found =
                Explanation.of(
                        new GradeRules(rules, null),
                        FACTS,
                        Map.of("cooperationYears", new BigDecimal(years)));

        assertThat(found.rule()).isEqualTo(expected);
        assertThat(found.grade()).isEqualTo(expected == 0 ? null : rules.get(expected - 1).grade());
    }

    @Test
    void readsARegionWithAllBelowIt() {
        Map<String, Object> shaoxing = Map.of("region", "330602");
        assertThat(holds(of("region", Operator.ONE_OF, "330000"), shaoxing)).isTrue();
        assertThat(holds(of("region", Operator.ONE_OF, "330600"), shaoxing)).isTrue();
        assertThat(holds(of("region", Operator.ONE_OF, "330100", "310000"), shaoxing)).isFalse();
        assertThat(holds(of("industry", Operator.ONE_OF, "C"), Map.of("industry", "C15"))).isTrue();
    }

    @Test
    void knowsNothingOfWhatIsUnknown() {
        for (Operator operator : List.of(Operator.ONE_OF, Operator.KNOWN)) {
            assertThat(holds(of("size", operator, "LARGE"), Map.of())).as("%s", operator).isFalse();
        }
        assertThat(holds(of("size", Operator.NONE_OF, "LARGE"), Map.of())).isTrue();
        assertThat(holds(of("size", Operator.UNKNOWN), Map.of())).isTrue();
        assertThat(holds(of("cooperationYears", Operator.AT_MOST, "3"), Map.of())).isFalse();
        assertThat(holds(any(), Map.of())).isFalse();
        assertThat(holds(all(), Map.of())).isFalse();
    }

    @Test
    void refusesWhatMakesNoSense() {
        refuses(of("nothing", Operator.KNOWN), "unknown-fact");
        refuses(of("kind", Operator.AT_LEAST, "KEY"), "unknown-operator");
        refuses(of("kind", Operator.ONE_OF, "HUGE"), "senseless");
        refuses(of("kind", Operator.ONE_OF), "required");
        refuses(of("cooperationYears", Operator.AT_LEAST, "五"), "senseless");
        refuses(of("cooperationYears", Operator.AT_LEAST, "1", "2"), "required");
        refuses(of("cooperatingSince", Operator.LESS, "2026-02-30"), "senseless");
        refuses(of("region", Operator.ONE_OF, "33%"), "senseless");
        refuses(of("department", Operator.ONE_OF, "x' or true"), "senseless");
        refuses(all(), "empty");
        refuses(all(any(all(any(of("kind", Operator.KNOWN))))), "too-deep");
    }

    private static void refuses(GradeTest when, String slug) {
        Problem problem =
                catchThrowableOfType(
                        Problem.class,
                        () -> FACTS.check(GradeRules.of(null, new Rule(CustomerGrade.A, when))));
        assertThat(problem.fields()).extracting(Problem.Field::slug).as("%s", when).contains(slug);
    }
}
