package org.kedang.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.kedang.approval.ProcessTree.Branch;
import org.kedang.approval.ProcessTree.Parallel;
import org.kedang.approval.ProcessTree.Path;
import org.kedang.approval.ProcessTree.Step;
import org.kedang.form.Label;
import org.kedang.kernel.Permission;

import java.util.List;
import java.util.Map;
import java.util.UUID;

class BpmnTests {
    private static final Step EVERYBODY =
            new Step(
                    "everybody",
                    Label.of("各方", "Everybody"),
                    Mode.VOTE,
                    67,
                    List.of(
                            new Approver.Person(UUID.randomUUID()),
                            new Approver.Role("CLERK"),
                            new Approver.HolderOf(Permission.GRANT_APPROVE),
                            new Approver.DepartmentHead(2),
                            new Approver.SubjectDepartmentHead(),
                            new Approver.Chosen(),
                            new Approver.Field("person")),
                    new Limits(Term.days(3), Term.hours(4), null, Term.days(10)));

    private static Step step(String id) {
        return Step.of(id, Label.of("环节<" + id + ">", id), Mode.ALL, new Approver.Chosen());
    }

    private static final ProcessTree TREE =
            ProcessTree.of(
                    EVERYBODY,
                    new Branch(
                            "size",
                            List.of(
                                    new Path(
                                            new Condition("amount", Condition.Operator.IN, "1,2"),
                                            List.of(
                                                    step("large"),
                                                    new Parallel(
                                                            "inside",
                                                            List.of(
                                                                    List.of(step("one")),
                                                                    List.of(step("two")))))),
                                    new Path(null, List.of()))),
                    new Parallel("both", List.of(List.of(step("left")), List.of(step("right")))),
                    step("last"));

    @Test
    void readsBackWhatItWrote() {
        String xml = Bpmn.write("trial", "试用", TREE);

        assertThat(Bpmn.read(xml)).isEqualTo(TREE);
        assertThat(xml)
                .contains("http://www.omg.org/spec/BPMN/20100524/MODEL")
                .contains("bpmndi:BPMNShape")
                .contains("bpmndi:BPMNEdge")
                .contains("https://kedang.org/bpmn");
        assertThat(Bpmn.write("trial", "试用", Bpmn.read(xml))).isEqualTo(xml);
    }

    @Test
    void refusesTreesThatCannotBeWalked() {
        assertThatThrownBy(() -> ProcessTree.of(step("a"), step("a")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProcessTree.of(step("${evil}")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new Branch(
                                        "b",
                                        List.of(
                                                new Path(
                                                        new Condition(
                                                                "x", Condition.Operator.EQUAL, "1"),
                                                        List.of()))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comparesNumbersAsNumbersAndKnowsNothingOfWhatIsMissing() {
        Map<String, Object> facts = Map.of("amount", 9.5, "name", "李", "above", List.of("A", "B"));

        assertThat(holds(facts, "amount", Condition.Operator.LESS, "10")).isTrue();
        assertThat(holds(facts, "amount", Condition.Operator.EQUAL, "9.50")).isTrue();
        assertThat(holds(facts, "amount", Condition.Operator.AT_LEAST, "10")).isFalse();
        assertThat(holds(facts, "name", Condition.Operator.IN, "王, 李")).isTrue();
        assertThat(holds(facts, "above", Condition.Operator.EQUAL, "B")).isTrue();
        assertThat(holds(facts, "above", Condition.Operator.NOT_EQUAL, "B")).isFalse();
        assertThat(holds(facts, "missing", Condition.Operator.LESS, "10")).isFalse();
        assertThat(holds(facts, "missing", Condition.Operator.NOT_EQUAL, "10")).isTrue();
    }

    private static boolean holds(
            Map<String, Object> facts, String fact, Condition.Operator operator, String value) {
        return new Condition(fact, operator, value).holds(facts);
    }
}
