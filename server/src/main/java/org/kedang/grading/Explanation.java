package org.kedang.grading;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerGrade;
import org.kedang.grading.GradeTest.Kind;
import org.kedang.grading.GradeTest.Operator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Why rules give a customer a grade.
 *
 * @param rule number of the rule that holds, 0 if none does
 * @param grade what the rules give today
 * @param tried the rules in order up to the one that holds
 */
@Schema(name = "GradeExplanation")
public record Explanation(int rule, @Nullable CustomerGrade grade, List<Tried> tried) {
    /** A rule and what became of it. */
    @Schema(name = "GradeRuleTried")
    public record Tried(int number, CustomerGrade grade, Seen when) {}

    /**
     * A condition and whether it holds.
     *
     * @param known what the fact is, several parted by ；; {@code null} if it is not known
     */
    @Schema(name = "GradeTestSeen")
    public record Seen(
            boolean holds,
            Kind kind,
            List<Seen> parts,
            @Nullable String fact,
            @Nullable Operator operator,
            List<String> values,
            @Nullable String known) {}

    /**
     * @param rules checked
     * @param values as {@link FactValues} reads them
     */
    static Explanation of(GradeRules rules, KnownFacts facts, Map<String, Object> values) {
        List<Tried> tried = new ArrayList<>();
        for (int i = 0; i < rules.rules().size(); i++) {
            GradeRules.Rule rule = rules.rules().get(i);
            Seen seen = seen(rule.when(), facts, values);
            tried.add(new Tried(i + 1, rule.grade(), seen));
            if (seen.holds()) {
                return new Explanation(i + 1, rule.grade(), tried);
            }
        }
        return new Explanation(0, rules.otherwise(), tried);
    }

    private static Seen seen(GradeTest test, KnownFacts facts, Map<String, Object> values) {
        if (test.kind() == Kind.FACT) {
            GradeFact fact = facts.of(test);
            Object value = values.get(fact.code());
            boolean holds =
                    Comparing.holds(fact.type(), KnownFacts.operator(test), test.values(), value);
            return new Seen(
                    holds,
                    Kind.FACT,
                    List.of(),
                    test.fact(),
                    test.operator(),
                    test.values(),
                    text(value));
        }
        List<Seen> parts = test.parts().stream().map(part -> seen(part, facts, values)).toList();
        boolean holds =
                test.kind() == Kind.ALL
                        ? !parts.isEmpty() && parts.stream().allMatch(Seen::holds)
                        : parts.stream().anyMatch(Seen::holds);
        return new Seen(holds, test.kind(), parts, null, null, List.of(), null);
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof List<?> many) {
            return many.isEmpty()
                    ? null
                    : String.join("；", many.stream().map(String::valueOf).toList());
        }
        return value == null ? null : value.toString();
    }
}
