package org.kedang.approval;

import org.flowable.bpmn.converter.BpmnXMLConverter;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.ParallelGateway;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.UserTask;
import org.jspecify.annotations.Nullable;
import org.kedang.approval.ProcessTree.Branch;
import org.kedang.approval.ProcessTree.Node;
import org.kedang.approval.ProcessTree.Parallel;
import org.kedang.approval.ProcessTree.Path;
import org.kedang.approval.ProcessTree.Step;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A process as BPMN 2.0 and back. A step is a user task, a branch a pair of exclusive gateways,
 * lanes a pair of parallel ones; what BPMN has no word for stands in extension elements.
 */
final class Bpmn {
    private static final String START = "begin";
    private static final String END = "done";
    private static final String JOIN = "Join";

    private Bpmn() {}

    static String write(String key, String name, ProcessTree tree) {
        Process process = new Process();
        process.setId(key);
        process.setName(name);
        process.setExecutable(true);
        StartEvent start = new StartEvent();
        start.setId(START);
        process.addFlowElement(start);
        String last = new Writing(process).nodes(tree.nodes(), START, null);
        EndEvent end = new EndEvent();
        end.setId(END);
        process.addFlowElement(end);
        new Writing(process).flow(last, END, null);
        BpmnModel model = new BpmnModel();
        model.setTargetNamespace(Extensions.NAMESPACE);
        model.addNamespace(Extensions.PREFIX, Extensions.NAMESPACE);
        model.addProcess(process);
        BpmnLayout.place(model, tree);
        return new String(new BpmnXMLConverter().convertToXML(model), StandardCharsets.UTF_8);
    }

    /** How the way that a branch takes is handed to the engine. */
    static String variable(String branch) {
        return "way_" + branch;
    }

    private record Way(@Nullable Condition when, String expression) {}

    private record Writing(Process process) {
        /** Adds the nodes after another one; the id of the last. */
        String nodes(List<Node> nodes, String after, @Nullable Way way) {
            String last = after;
            Way first = way;
            for (Node node : nodes) {
                last =
                        switch (node) {
                            case Step step -> step(step, last, first);
                            case Branch branch -> branch(branch, last, first);
                            case Parallel parallel -> parallel(parallel, last, first);
                        };
                first = null;
            }
            return last;
        }

        private String step(Step step, String after, @Nullable Way way) {
            UserTask task = new UserTask();
            task.setName(step.name().zh());
            task.addExtensionElement(Extensions.of(step));
            return add(task, step.id(), after, way);
        }

        private String branch(Branch branch, String after, @Nullable Way way) {
            ExclusiveGateway fork = new ExclusiveGateway();
            ExclusiveGateway join = new ExclusiveGateway();
            add(fork, branch.id(), after, way);
            join.setId(branch.id() + JOIN);
            process.addFlowElement(join);
            int place = 0;
            for (Path path : branch.paths()) {
                String expression = "${%s == %d}".formatted(variable(branch.id()), place++);
                Way taken = new Way(path.when(), expression);
                String last = nodes(path.nodes(), branch.id(), taken);
                flow(last, join.getId(), path.nodes().isEmpty() ? taken : null);
            }
            return join.getId();
        }

        private String parallel(Parallel parallel, String after, @Nullable Way way) {
            ParallelGateway fork = new ParallelGateway();
            ParallelGateway join = new ParallelGateway();
            add(fork, parallel.id(), after, way);
            join.setId(parallel.id() + JOIN);
            process.addFlowElement(join);
            for (List<Node> lane : parallel.lanes()) {
                flow(nodes(lane, parallel.id(), null), join.getId(), null);
            }
            return join.getId();
        }

        private String add(FlowNode node, String id, String after, @Nullable Way way) {
            node.setId(id);
            process.addFlowElement(node);
            flow(after, id, way);
            return id;
        }

        void flow(String from, String to, @Nullable Way way) {
            SequenceFlow flow = new SequenceFlow(from, to);
            int number = process.findFlowElementsOfType(SequenceFlow.class).size();
            flow.setId("flow" + number);
            if (way != null) {
                flow.setConditionExpression(way.expression());
                if (way.when() != null) {
                    flow.addExtensionElement(Extensions.of(way.when()));
                }
            }
            process.addFlowElement(flow);
            ((FlowNode) process.getFlowElement(from)).getOutgoingFlows().add(flow);
            ((FlowNode) process.getFlowElement(to)).getIncomingFlows().add(flow);
        }
    }

    static ProcessTree read(String xml) {
        BpmnModel model =
                new BpmnXMLConverter()
                        .convertToBpmnModel(
                                () ->
                                        new ByteArrayInputStream(
                                                xml.getBytes(StandardCharsets.UTF_8)),
                                false,
                                false);
        Process process = model.getMainProcess();
        List<Node> nodes = new ArrayList<>();
        new Reading(process).nodes(next((FlowNode) process.getFlowElement(START)), END, nodes);
        return new ProcessTree(nodes);
    }

    private static String next(FlowNode node) {
        return node.getOutgoingFlows().getFirst().getTargetRef();
    }

    private record Reading(Process process) {
        /** Collects what stands from one node up to, and without, another. */
        void nodes(String from, String until, List<Node> into) {
            String at = from;
            while (!at.equals(until)) {
                FlowElement element = process.getFlowElement(at);
                at =
                        switch (element) {
                            case UserTask task -> {
                                into.add(Extensions.step(task));
                                yield next(task);
                            }
                            case ExclusiveGateway fork -> {
                                into.add(branch(fork));
                                yield next(join(fork));
                            }
                            case ParallelGateway fork -> {
                                into.add(parallel(fork));
                                yield next(join(fork));
                            }
                            default -> throw new IllegalArgumentException("node " + at);
                        };
            }
        }

        private FlowNode join(FlowNode fork) {
            return (FlowNode) process.getFlowElement(fork.getId() + JOIN);
        }

        private Branch branch(ExclusiveGateway fork) {
            List<Path> paths = new ArrayList<>();
            for (SequenceFlow flow : fork.getOutgoingFlows()) {
                List<Node> nodes = new ArrayList<>();
                nodes(flow.getTargetRef(), fork.getId() + JOIN, nodes);
                paths.add(new Path(Extensions.condition(flow), nodes));
            }
            return new Branch(fork.getId(), paths);
        }

        private Parallel parallel(ParallelGateway fork) {
            List<List<Node>> lanes = new ArrayList<>();
            for (SequenceFlow flow : fork.getOutgoingFlows()) {
                List<Node> nodes = new ArrayList<>();
                nodes(flow.getTargetRef(), fork.getId() + JOIN, nodes);
                lanes.add(nodes);
            }
            return new Parallel(fork.getId(), lanes);
        }
    }
}
