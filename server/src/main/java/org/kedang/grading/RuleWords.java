package org.kedang.grading;

import org.kedang.grading.GradeRules.Rule;
import org.kedang.grading.GradeTest.Kind;
import org.kedang.identity.Directory;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Rules as people read them, for approvals. */
@Component
class RuleWords {
    private final KnownFacts facts;
    private final Directory directory;

    RuleWords(KnownFacts facts, Directory directory) {
        this.facts = facts;
        this.directory = directory;
    }

    /** One line for each rule. */
    String of(GradeRules rules) {
        StringBuilder text = new StringBuilder();
        List<Rule> all = rules.rules();
        for (int i = 0; i < all.size(); i++) {
            text.append(
                    "%d. %s → %s%n".formatted(i + 1, words(all.get(i).when()), all.get(i).grade()));
        }
        return text + "其余 → " + (rules.otherwise() == null ? "不定级" : rules.otherwise().name());
    }

    private String words(GradeTest test) {
        return switch (test.kind()) {
            case ALL -> joined(test.parts(), " 且 ");
            case ANY -> joined(test.parts(), " 或 ");
            case FACT -> comparison(test);
        };
    }

    private String joined(List<GradeTest> parts, String word) {
        return parts.stream()
                .map(
                        part ->
                                part.kind() == Kind.FACT || parts.size() == 1
                                        ? words(part)
                                        : "（" + words(part) + "）")
                .collect(Collectors.joining(word));
    }

    private String comparison(GradeTest test) {
        GradeFact fact = facts.of(test);
        String word =
                switch (KnownFacts.operator(test)) {
                    case AT_LEAST -> "≥";
                    case GREATER -> ">";
                    case AT_MOST -> "≤";
                    case LESS -> "<";
                    case EQUAL -> "=";
                    case ONE_OF -> "属于";
                    case NONE_OF -> "不属于";
                    case ALL_OF -> "全含";
                    case CONTAINS -> "包含";
                    case KNOWN -> "已填写";
                    case UNKNOWN -> "未填写";
                };
        String values =
                test.values().stream()
                        .map(value -> value(fact, value))
                        .collect(Collectors.joining("、"));
        return (fact.label().zh() + " " + word + " " + values).strip();
    }

    private String value(GradeFact fact, String value) {
        if (fact.type() == GradeFact.Type.DEPARTMENT) {
            return directory.departmentName(UUID.fromString(value));
        }
        return fact.options().stream()
                .filter(one -> one.value().equals(value))
                .map(one -> one.label().zh())
                .findFirst()
                .orElse(value);
    }
}
