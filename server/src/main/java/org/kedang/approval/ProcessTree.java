package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.form.Label;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The way of a request: what is done one after the other. It is kept as BPMN 2.0.
 *
 * @throws IllegalArgumentException if an id is no name or stands twice, a branch has no way for
 *     what is left, or a step has nobody to decide
 */
public record ProcessTree(List<Node> nodes) {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

    /** One part of the way. */
    public sealed interface Node {
        String id();
    }

    /**
     * People decide.
     *
     * @param share percent of the votes that must agree, for {@link Mode#VOTE}
     */
    public record Step(
            String id, Label name, Mode mode, int share, List<Approver> approvers, Limits limits)
            implements Node {
        public Step {
            approvers = List.copyOf(approvers);
            if (approvers.isEmpty() || share < 1 || share > 100) {
                throw new IllegalArgumentException("step " + id);
            }
        }

        public static Step of(String id, Label name, Mode mode, Approver... approvers) {
            return new Step(id, name, mode, 100, List.of(approvers), Limits.NONE);
        }

        public Step within(Limits some) {
            return new Step(id, name, mode, share, approvers, some);
        }
    }

    /** The first path whose condition holds is taken; the last has none. */
    public record Branch(String id, List<Path> paths) implements Node {
        public Branch {
            paths = List.copyOf(paths);
            for (int i = 0; i < paths.size(); i++) {
                if ((paths.get(i).when() == null) != (i == paths.size() - 1)) {
                    throw new IllegalArgumentException("branch " + id);
                }
            }
        }
    }

    /** One way of a branch. */
    public record Path(@Nullable Condition when, List<Node> nodes) {
        public Path {
            nodes = List.copyOf(nodes);
        }
    }

    /** All lanes at the same time; goes on when all are done. */
    public record Parallel(String id, List<List<Node>> lanes) implements Node {
        public Parallel {
            lanes = lanes.stream().map(List::copyOf).toList();
        }
    }

    public ProcessTree {
        nodes = List.copyOf(nodes);
        Set<String> ids = new HashSet<>();
        each(
                nodes,
                node -> {
                    if (!NAME.matcher(node.id()).matches() || !ids.add(node.id())) {
                        throw new IllegalArgumentException("id " + node.id());
                    }
                });
    }

    public static ProcessTree of(Node... nodes) {
        return new ProcessTree(List.of(nodes));
    }

    private static void each(List<Node> nodes, Consumer<Node> visitor) {
        for (Node node : nodes) {
            visitor.accept(node);
            switch (node) {
                case Step ignored -> {}
                case Branch branch -> branch.paths().forEach(path -> each(path.nodes(), visitor));
                case Parallel parallel -> parallel.lanes().forEach(lane -> each(lane, visitor));
            }
        }
    }

    /** All steps, in the order in which they stand. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        each(
                nodes,
                node -> {
                    if (node instanceof Step step) {
                        steps.add(step);
                    }
                });
        return steps;
    }

    /**
     * The steps on the way that is really taken, in order.
     *
     * @param ways by {@link Bpmn#variable} of a branch, which path it takes
     */
    List<Step> taken(Map<String, Object> ways) {
        List<Step> steps = new ArrayList<>();
        take(nodes, ways, steps);
        return steps;
    }

    private static void take(List<Node> nodes, Map<String, Object> ways, List<Step> into) {
        for (Node node : nodes) {
            switch (node) {
                case Step step -> into.add(step);
                case Branch branch -> {
                    int last = branch.paths().size() - 1;
                    Object way = ways.getOrDefault(Bpmn.variable(branch.id()), last);
                    take(branch.paths().get((Integer) way).nodes(), ways, into);
                }
                case Parallel parallel -> parallel.lanes().forEach(l -> take(l, ways, into));
            }
        }
    }

    List<Branch> branches() {
        List<Branch> branches = new ArrayList<>();
        each(
                nodes,
                node -> {
                    if (node instanceof Branch branch) {
                        branches.add(branch);
                    }
                });
        return branches;
    }

    Optional<Step> step(String id) {
        return steps().stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** Whether the step runs beside others. */
    boolean isBeside(String id) {
        Set<String> beside = new HashSet<>();
        each(
                nodes,
                node -> {
                    if (node instanceof Parallel parallel) {
                        parallel.lanes().forEach(lane -> each(lane, n -> beside.add(n.id())));
                    }
                });
        return beside.contains(id);
    }
}
