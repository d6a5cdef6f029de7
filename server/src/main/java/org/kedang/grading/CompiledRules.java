package org.kedang.grading;

import org.kedang.grading.GradeRules.Rule;
import org.kedang.kernel.SqlPredicate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rules as one SQL expression over {@code customer c}, so that a million customers are graded in
 * one statement. All values are parameters.
 *
 * @param rule the number of the rule that holds, 0 if none
 * @param from {@code customer c} joined with {@code g.rule} and {@code g.grade}
 */
record CompiledRules(String rule, String from, Map<String, Object> params) {

    /**
     * @param rules checked
     */
    static CompiledRules of(GradeRules rules, KnownFacts facts, LocalDate today) {
        Map<String, Object> params = new HashMap<>();
        params.put("today", today);
        StringBuilder sql = new StringBuilder("case");
        for (int i = 0; i < rules.rules().size(); i++) {
            sql.append(" when ")
                    .append(sql(rules.rules().get(i).when(), facts, params))
                    .append(" then ")
                    .append(i + 1);
        }
        String rule = sql.append(" else 0 end").toString();
        return new CompiledRules(rule, from(rules, rule), params);
    }

    /** Names of grades are constants of the program. */
    private static String from(GradeRules rules, String rule) {
        String grades =
                rules.rules().stream()
                        .map(Rule::grade)
                        .map(grade -> "'" + grade.name() + "'")
                        .collect(Collectors.joining(", "));
        String otherwise =
                rules.otherwise() == null ? "null" : "'" + rules.otherwise().name() + "'";
        return """
        customer c cross join lateral (select %s as rule offset 0) r
            cross join lateral (select r.rule, (array[%s, %s]::text[])[r.rule + 1] as grade) g
        """
                .formatted(rule, otherwise, grades);
    }

    private static String sql(GradeTest test, KnownFacts facts, Map<String, Object> params) {
        return switch (test.kind()) {
            case ALL -> joined(test.parts(), " and ", facts, params);
            case ANY -> joined(test.parts(), " or ", facts, params);
            case FACT -> {
                SqlPredicate one =
                        Comparing.sql(
                                facts.of(test),
                                KnownFacts.operator(test),
                                test.values(),
                                "grade" + params.size());
                params.putAll(one.params());
                yield "(" + one.sql() + ")";
            }
        };
    }

    private static String joined(
            List<GradeTest> parts, String word, KnownFacts facts, Map<String, Object> params) {
        return parts.isEmpty()
                ? "false"
                : parts.stream()
                        .map(part -> sql(part, facts, params))
                        .collect(Collectors.joining(word, "(", ")"));
    }
}
