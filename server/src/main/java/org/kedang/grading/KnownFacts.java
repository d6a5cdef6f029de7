package org.kedang.grading;

import org.jspecify.annotations.Nullable;
import org.kedang.grading.GradeTest.Operator;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All facts that modules offer. */
@Component
class KnownFacts {
    private static final int DEEPEST = 4;

    private final List<GradeFacts> sources;

    KnownFacts(List<GradeFacts> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Those that new rules may look at; which they are can change. */
    List<GradeFact> list() {
        return List.copyOf(byCode().values());
    }

    private Map<String, GradeFact> byCode() {
        Map<String, GradeFact> byCode = new LinkedHashMap<>();
        for (GradeFacts source : sources) {
            for (GradeFact fact : source.list()) {
                if (byCode.put(fact.code(), fact) != null) {
                    throw new IllegalArgumentException("Two facts " + fact.code());
                }
            }
        }
        return byCode;
    }

    /** The fact of a comparison that was checked once. */
    GradeFact of(GradeTest test) {
        String code = Objects.requireNonNull(test.fact());
        GradeFact fact = byCode().get(code);
        return fact == null
                ? sources.stream()
                        .flatMap(source -> source.findKept(code).stream())
                        .findFirst()
                        .orElseThrow()
                : fact;
    }

    /** All that the rules look at, once each. */
    List<GradeFact> in(GradeRules rules) {
        Map<String, GradeFact> facts = new LinkedHashMap<>();
        rules.rules().forEach(rule -> collect(rule.when(), facts));
        return List.copyOf(facts.values());
    }

    private void collect(GradeTest test, Map<String, GradeFact> facts) {
        if (test.kind() == GradeTest.Kind.FACT) {
            GradeFact fact = of(test);
            facts.put(fact.code(), fact);
        }
        test.parts().forEach(part -> collect(part, facts));
    }

    /** The operator of a checked comparison. */
    static Operator operator(GradeTest test) {
        return Objects.requireNonNull(test.operator());
    }

    /**
     * @throws Problem {@code invalid-input} naming each place that makes no sense
     */
    void check(GradeRules rules) {
        Problem problem = Problem.of(KernelProblem.INVALID_INPUT);
        for (int i = 0; i < rules.rules().size(); i++) {
            check(rules.rules().get(i).when(), "rules.rules[" + i + "].when", 1, problem);
        }
        if (!problem.fields().isEmpty()) {
            throw problem;
        }
    }

    private void check(GradeTest test, String place, int depth, Problem problem) {
        if (test.kind() == GradeTest.Kind.FACT) {
            checkFact(test, place, problem);
        } else if (test.parts().isEmpty()) {
            problem.field(place, "empty", "至少要有一个条件。", "Add at least one condition.");
        } else if (depth >= DEEPEST) {
            problem.field(place, "too-deep", "条件组最多嵌套三层。", "Groups nest three deep at most.");
        } else {
            for (int i = 0; i < test.parts().size(); i++) {
                check(test.parts().get(i), place + ".parts[" + i + "]", depth + 1, problem);
            }
        }
    }

    private void checkFact(GradeTest test, String place, Problem problem) {
        @Nullable GradeFact fact = test.fact() == null ? null : byCode().get(test.fact());
        @Nullable Operator operator = test.operator();
        if (fact == null) {
            problem.field(place, "unknown-fact", "请选择比较的内容。", "Choose what to compare.");
        } else if (operator == null || !Comparing.isPossible(fact.type(), operator)) {
            problem.field(
                    place,
                    "unknown-operator",
                    "“%s”不能这样比较，请另选。".formatted(fact.label().zh()),
                    "\"%s\" cannot be compared so; choose another way."
                            .formatted(fact.label().en()));
        } else if (operator != Operator.KNOWN && operator != Operator.UNKNOWN) {
            checkValues(fact, operator, test.values(), place, problem);
        }
    }

    private static void checkValues(
            GradeFact fact, Operator operator, List<String> values, String place, Problem problem) {
        boolean one = fact.type() == GradeFact.Type.NUMBER || fact.type() == GradeFact.Type.DATE;
        if (values.isEmpty() || (one && values.size() > 1)) {
            problem.field(
                    place,
                    "required",
                    "请填写与“%s”比较的值。".formatted(fact.label().zh()),
                    "Say what \"%s\" is compared with.".formatted(fact.label().en()));
            return;
        }
        List<String> wrong = Comparing.senseless(fact, values);
        if (!wrong.isEmpty()) {
            problem.field(
                    place,
                    "senseless",
                    "“%s”不能是“%s”，请修改。".formatted(fact.label().zh(), wrong.getFirst()),
                    "\"%s\" cannot be \"%s\"; change it."
                            .formatted(fact.label().en(), wrong.getFirst()));
        }
    }
}
