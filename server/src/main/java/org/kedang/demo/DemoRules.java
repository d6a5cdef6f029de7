package org.kedang.demo;

import org.kedang.customer.CustomerGrade;
import org.kedang.grading.GradeRules;
import org.kedang.grading.GradeRules.Rule;
import org.kedang.grading.GradeTest;
import org.kedang.grading.GradeTest.Operator;
import org.kedang.grading.WritingRules;
import org.kedang.kernel.Actor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Grading rules that the made-up company's records clerk has drafted and nobody adopted yet. */
@Component
@ConditionalOnBooleanProperty("kedang.demo")
class DemoRules {
    private static final GradeRules RULES =
            GradeRules.of(
                    CustomerGrade.D,
                    new Rule(
                            CustomerGrade.A,
                            GradeTest.all(
                                    GradeTest.of("kind", Operator.ONE_OF, "KEY"),
                                    GradeTest.any(
                                            GradeTest.of(
                                                    "cooperationYears", Operator.AT_LEAST, "5"),
                                            GradeTest.of("size", Operator.ONE_OF, "LARGE")))),
                    new Rule(
                            CustomerGrade.B,
                            GradeTest.all(
                                    GradeTest.of("kind", Operator.ONE_OF, "KEY", "GENERAL"),
                                    GradeTest.of("region", Operator.ONE_OF, "330000"))),
                    new Rule(
                            CustomerGrade.C,
                            GradeTest.any(
                                    GradeTest.of("industry", Operator.ONE_OF, "C"),
                                    GradeTest.of("completeness", Operator.AT_LEAST, "40"))));

    private final WritingRules writing;

    DemoRules(WritingRules writing) {
        this.writing = writing;
    }

    void draft(Actor clerk) {
        writing.save(clerk, new WritingRules.Draft(RULES, 0, "按年度经营会议纪要起草，待核准"));
    }
}
