package org.kedang.approval;

import org.kedang.approval.ProcessTree.Branch;
import org.kedang.approval.ProcessTree.Parallel;
import org.kedang.approval.ProcessTree.Path;
import org.kedang.approval.ProcessTree.Step;
import org.kedang.form.Label;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

/** Request types that only tests submit. */
@Configuration(proxyBeanMethods = false)
class TrialTypes {
    @Bean
    RequestType trialRow(JdbcClient jdbc) {
        return type("trial-row", jdbc, chosen("sign", Mode.ONE_AFTER_ANOTHER));
    }

    @Bean
    RequestType trialAll(JdbcClient jdbc) {
        return type("trial-all", jdbc, chosen("sign", Mode.ALL));
    }

    @Bean
    RequestType trialAny(JdbcClient jdbc) {
        return type("trial-any", jdbc, chosen("sign", Mode.ANY));
    }

    @Bean
    RequestType trialVote(JdbcClient jdbc) {
        return type(
                "trial-vote",
                jdbc,
                new Step(
                        "sign",
                        Label.of("表决", "Vote"),
                        Mode.VOTE,
                        60,
                        List.of(new Approver.Chosen()),
                        Limits.NONE));
    }

    /** first → (above 10,000: big) → (left | right) → last. */
    @Bean
    RequestType trialWay(JdbcClient jdbc) {
        return type("trial-way", jdbc, way());
    }

    static ProcessTree.Node[] way() {
        return new ProcessTree.Node[] {
            chosen("first", Mode.ALL),
            new Branch(
                    "size",
                    List.of(
                            new Path(
                                    new Condition("amount", Condition.Operator.AT_LEAST, "10000"),
                                    List.of(chosen("big", Mode.ALL))),
                            new Path(null, List.of()))),
            new Parallel(
                    "both",
                    List.of(List.of(chosen("left", Mode.ALL)), List.of(chosen("right", Mode.ALL)))),
            chosen("last", Mode.ALL)
        };
    }

    @Bean
    RequestType trialHead(JdbcClient jdbc) {
        return type("trial-head", jdbc, step("head", new Approver.DepartmentHead(0)));
    }

    @Bean
    RequestType trialNobody(JdbcClient jdbc) {
        return type("trial-nobody", jdbc, step("none", new Approver.Role("NO_SUCH_ROLE")));
    }

    @Bean
    RequestType trialField(JdbcClient jdbc) {
        return type("trial-field", jdbc, step("field", new Approver.Field("person")));
    }

    /** One working day to decide, reminded after four hours, over after three days. */
    @Bean
    RequestType trialClock(JdbcClient jdbc) {
        return new TrialType("trial-clock", ProcessTree.of(clocked()), false, jdbc);
    }

    /** The same, and people must decide. */
    @Bean
    RequestType trialSecret(JdbcClient jdbc) {
        return new TrialType("trial-secret", ProcessTree.of(clocked()), true, jdbc);
    }

    /** Whoever approves must have proved who he is. */
    @Bean
    RequestType trialProven(JdbcClient jdbc) {
        return new TrialType(
                "trial-proven", ProcessTree.of(chosen("sign", Mode.ALL)), false, true, jdbc);
    }

    private static Step clocked() {
        return chosen("sign", Mode.ALL)
                .within(new Limits(Term.days(1), Term.hours(4), Term.days(2), Term.days(3)));
    }

    private static Step chosen(String id, Mode mode) {
        return Step.of(id, Label.of("环节" + id, "Step " + id), mode, new Approver.Chosen());
    }

    private static Step step(String id, Approver approver) {
        return Step.of(id, Label.of("环节" + id, "Step " + id), Mode.ALL, approver);
    }

    private static RequestType type(String code, JdbcClient jdbc, ProcessTree.Node... nodes) {
        return new TrialType(code, ProcessTree.of(nodes), false, jdbc);
    }
}
