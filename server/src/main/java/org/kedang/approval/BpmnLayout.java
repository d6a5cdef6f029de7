package org.kedang.approval;

import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.GraphicInfo;
import org.flowable.bpmn.model.SequenceFlow;
import org.kedang.approval.ProcessTree.Branch;
import org.kedang.approval.ProcessTree.Node;
import org.kedang.approval.ProcessTree.Parallel;
import org.kedang.approval.ProcessTree.Path;
import org.kedang.approval.ProcessTree.Step;

import java.util.List;

/** Places a process on a plane from left to right, so that other BPMN programs can draw it. */
final class BpmnLayout {
    private static final int COLUMN = 150;
    private static final int ROW = 110;
    private static final int STEP_WIDTH = 100;
    private static final int STEP_HEIGHT = 60;
    private static final int SMALL = 40;

    private final BpmnModel model;

    private BpmnLayout(BpmnModel model) {
        this.model = model;
    }

    static void place(BpmnModel model, ProcessTree tree) {
        BpmnLayout layout = new BpmnLayout(model);
        layout.small("begin", 0, 0);
        int end = layout.nodes(tree.nodes(), 1, 0);
        layout.small("done", end, 0);
        model.getMainProcess().findFlowElementsOfType(SequenceFlow.class).forEach(layout::line);
    }

    /** Places nodes one after the other; the column after the last. */
    private int nodes(List<Node> nodes, int column, int row) {
        int at = column;
        for (Node node : nodes) {
            at =
                    switch (node) {
                        case Step step -> box(step.id(), at, row);
                        case Branch branch ->
                                rows(
                                        branch.id(),
                                        branch.paths().stream().map(Path::nodes).toList(),
                                        at,
                                        row);
                        case Parallel parallel -> rows(parallel.id(), parallel.lanes(), at, row);
                    };
        }
        return at;
    }

    private int rows(String id, List<List<Node>> lists, int column, int row) {
        small(id, column, row);
        int end = column + 1;
        int at = row;
        for (List<Node> nodes : lists) {
            end = Math.max(end, nodes(nodes, column + 1, at));
            at += height(nodes);
        }
        return small(id + "Join", end, row);
    }

    private static int height(List<Node> nodes) {
        return nodes.stream().mapToInt(BpmnLayout::height).max().orElse(1);
    }

    private static int height(Node node) {
        return switch (node) {
            case Step ignored -> 1;
            case Branch branch -> branch.paths().stream().mapToInt(p -> height(p.nodes())).sum();
            case Parallel parallel -> parallel.lanes().stream().mapToInt(BpmnLayout::height).sum();
        };
    }

    private int box(String id, int column, int row) {
        return put(id, column, row, STEP_WIDTH, STEP_HEIGHT);
    }

    private int small(String id, int column, int row) {
        return put(id, column, row, SMALL, SMALL);
    }

    private int put(String id, int column, int row, int width, int height) {
        GraphicInfo info = new GraphicInfo();
        info.setX((column + 1) * COLUMN - width / 2.0);
        info.setY((row + 1) * ROW - height / 2.0);
        info.setWidth(width);
        info.setHeight(height);
        model.addGraphicInfo(id, info);
        return column + 1;
    }

    private void line(SequenceFlow flow) {
        GraphicInfo from = model.getGraphicInfo(flow.getSourceRef());
        GraphicInfo to = model.getGraphicInfo(flow.getTargetRef());
        model.addFlowGraphicInfoList(
                flow.getId(),
                List.of(
                        point(from.getX() + from.getWidth(), from.getY() + from.getHeight() / 2),
                        point(to.getX(), to.getY() + to.getHeight() / 2)));
    }

    private static GraphicInfo point(double x, double y) {
        GraphicInfo point = new GraphicInfo();
        point.setX(x);
        point.setY(y);
        return point;
    }
}
