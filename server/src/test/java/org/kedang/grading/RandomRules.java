package org.kedang.grading;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import org.kedang.customer.CustomerGrade;
import org.kedang.grading.GradeFact.Choice;
import org.kedang.grading.GradeRules.Rule;
import org.kedang.grading.GradeTest.Kind;
import org.kedang.grading.GradeTest.Operator;

import java.util.Arrays;
import java.util.List;

/** Trees of conditions as nobody would write them. */
final class RandomRules {
    private RandomRules() {}

    static Arbitrary<GradeRules> of(List<GradeFact> facts) {
        Arbitrary<Rule> rule =
                Combinators.combine(Arbitraries.of(CustomerGrade.class), test(facts, 3))
                        .as(Rule::new);
        return Combinators.combine(
                        rule.list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.of(CustomerGrade.class).injectNull(0.5))
                .as(GradeRules::new);
    }

    private static Arbitrary<GradeTest> test(List<GradeFact> facts, int depth) {
        Arbitrary<GradeTest> fact = Arbitraries.of(facts).flatMap(RandomRules::comparison);
        return depth == 1
                ? fact
                : Arbitraries.oneOf(
                        fact,
                        Combinators.combine(
                                        Arbitraries.of(Kind.ALL, Kind.ANY),
                                        test(facts, depth - 1).list().ofMinSize(1).ofMaxSize(3))
                                .as(
                                        (kind, parts) ->
                                                new GradeTest(kind, parts, null, null, List.of())));
    }

    private static Arbitrary<GradeTest> comparison(GradeFact fact) {
        List<Operator> possible =
                Arrays.stream(Operator.values())
                        .filter(one -> Comparing.isPossible(fact.type(), one))
                        .toList();
        boolean one = fact.type() == GradeFact.Type.NUMBER || fact.type() == GradeFact.Type.DATE;
        return Combinators.combine(
                        Arbitraries.of(possible),
                        Arbitraries.of(values(fact)).list().ofMinSize(1).ofMaxSize(one ? 1 : 3))
                .as(
                        (operator, values) ->
                                GradeTest.of(fact.code(), operator, values.toArray(String[]::new)));
    }

    private static List<String> values(GradeFact fact) {
        return switch (fact.type()) {
            case NUMBER -> List.of("0", "1", "3", "5.5", "10", "40", "60", "100", "-2");
            case DATE -> List.of("2016-02-29", "2020-01-01", "2023-06-30", "2026-11-23");
            case CHOICE -> fact.options().stream().map(Choice::value).toList();
            case REGION -> List.of("330000", "330600", "330602", "330602001", "310101");
            case INDUSTRY -> List.of("C", "C15", "F", "F51", "G");
            case DEPARTMENT -> List.of("00000000-0000-0000-0000-000000000001");
            case TEXT -> List.of("黄酒", "印染%", "'", "_", "销售");
            case TAGS -> List.of("战略", "老客户", "'; --", "%");
        };
    }
}
