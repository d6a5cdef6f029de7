package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.ProcessSketch.By;
import org.kedang.approval.ProcessSketch.Clock;
import org.kedang.approval.ProcessSketch.Kind;
import org.kedang.approval.ProcessSketch.Part;
import org.kedang.approval.ProcessSketch.Way;
import org.kedang.approval.ProcessSketch.When;
import org.kedang.approval.ProcessSketch.Who;
import org.kedang.approval.ProcessTree.Branch;
import org.kedang.approval.ProcessTree.Node;
import org.kedang.approval.ProcessTree.Parallel;
import org.kedang.approval.ProcessTree.Path;
import org.kedang.approval.ProcessTree.Step;
import org.kedang.kernel.Permission;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Between what is drawn and what runs. */
final class Sketching {
    private static final int ALL_VOTES = 100;

    private Sketching() {}

    static ProcessSketch of(ProcessTree tree) {
        return new ProcessSketch(parts(tree.nodes()));
    }

    private static List<Part> parts(List<Node> nodes) {
        return nodes.stream().map(Sketching::part).toList();
    }

    private static Part part(Node node) {
        return switch (node) {
            case Step step ->
                    new Part(
                            step.id(),
                            Kind.STEP,
                            step.name(),
                            step.mode(),
                            step.share(),
                            step.approvers().stream().map(Sketching::who).toList(),
                            clock(step.limits().due()),
                            clock(step.limits().remind()),
                            clock(step.limits().escalate()),
                            clock(step.limits().expire()),
                            List.of());
            case Branch branch ->
                    fork(
                            branch.id(),
                            Kind.BRANCH,
                            branch.paths().stream()
                                    .map(path -> new Way(when(path.when()), parts(path.nodes())))
                                    .toList());
            case Parallel lanes ->
                    fork(
                            lanes.id(),
                            Kind.LANES,
                            lanes.lanes().stream()
                                    .map(lane -> new Way(null, parts(lane)))
                                    .toList());
        };
    }

    private static Part fork(String id, Kind kind, List<Way> ways) {
        return new Part(id, kind, null, null, null, List.of(), null, null, null, null, ways);
    }

    private static Who who(Approver approver) {
        return switch (approver) {
            case Approver.Person p -> new Who(By.PERSON, p.id().toString(), null);
            case Approver.Role r -> new Who(By.ROLE, r.code(), null);
            case Approver.HolderOf h -> new Who(By.PERMISSION, h.permission().name(), null);
            case Approver.DepartmentHead d -> new Who(By.DEPARTMENT_HEAD, null, d.levels());
            case Approver.SubjectDepartmentHead ignored ->
                    new Who(By.SUBJECT_DEPARTMENT_HEAD, null, null);
            case Approver.OfType ignored -> new Who(By.TYPE, null, null);
            case Approver.Chosen ignored -> new Who(By.CHOSEN, null, null);
            case Approver.Field f -> new Who(By.FIELD, f.name(), null);
        };
    }

    private static @Nullable Clock clock(@Nullable Term term) {
        return term == null ? null : new Clock(term.count(), term.unit());
    }

    private static @Nullable When when(@Nullable Condition condition) {
        return condition == null
                ? null
                : new When(condition.fact(), condition.operator(), condition.value());
    }

    /**
     * What runs.
     *
     * @throws IllegalArgumentException if {@link CheckingProcesses} finds an error in it
     */
    static ProcessTree tree(ProcessSketch sketch) {
        return new ProcessTree(nodes(sketch.parts()));
    }

    private static List<Node> nodes(List<Part> parts) {
        return parts.stream().map(Sketching::node).toList();
    }

    private static Node node(Part part) {
        return switch (part.kind()) {
            case STEP ->
                    new Step(
                            part.id(),
                            needed(part.name()),
                            needed(part.mode()),
                            Objects.requireNonNullElse(part.share(), ALL_VOTES),
                            part.approvers().stream().map(Sketching::approver).toList(),
                            new Limits(
                                    term(part.due()),
                                    term(part.remind()),
                                    term(part.escalate()),
                                    term(part.expire())));
            case BRANCH ->
                    new Branch(
                            part.id(),
                            part.ways().stream()
                                    .map(way -> new Path(condition(way.when()), nodes(way.parts())))
                                    .toList());
            case LANES ->
                    new Parallel(
                            part.id(),
                            part.ways().stream().map(way -> nodes(way.parts())).toList());
        };
    }

    /** Throws {@link IllegalArgumentException} if it names nobody. */
    static Approver approver(Who who) {
        String value = Objects.requireNonNullElse(who.value(), "");
        return switch (who.by()) {
            case PERSON -> new Approver.Person(UUID.fromString(value));
            case ROLE -> new Approver.Role(value);
            case PERMISSION -> new Approver.HolderOf(Permission.valueOf(value));
            case DEPARTMENT_HEAD ->
                    new Approver.DepartmentHead(Objects.requireNonNullElse(who.levels(), 0));
            case SUBJECT_DEPARTMENT_HEAD -> new Approver.SubjectDepartmentHead();
            case TYPE -> new Approver.OfType();
            case CHOSEN -> new Approver.Chosen();
            case FIELD -> new Approver.Field(value);
        };
    }

    static @Nullable Condition condition(@Nullable When when) {
        return when == null ? null : new Condition(when.fact(), when.operator(), when.value());
    }

    private static @Nullable Term term(@Nullable Clock clock) {
        return clock == null ? null : new Term(clock.count(), clock.unit());
    }

    private static <T> T needed(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("a step without name or mode");
        }
        return value;
    }
}
