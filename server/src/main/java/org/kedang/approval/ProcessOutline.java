package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.ProcessTree.Branch;
import org.kedang.approval.ProcessTree.Node;
import org.kedang.approval.ProcessTree.Parallel;
import org.kedang.approval.ProcessTree.Step;
import org.kedang.identity.Directory;
import org.kedang.identity.Role;
import org.kedang.identity.Roles;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.stream.Collectors;

/** A process in a few lines of words, for whoever must agree to it and for the log. */
@Component
class ProcessOutline {
    private final Directory directory;
    private final Roles roles;

    ProcessOutline(Directory directory, Roles roles) {
        this.directory = directory;
        this.roles = roles;
    }

    /** In Chinese, one line for each part; parts of a way are indented. */
    String of(ProcessTree tree) {
        return tree.nodes().isEmpty() ? "无环节，提交即生效" : lines(tree.nodes(), "");
    }

    private String lines(List<Node> nodes, String indent) {
        return nodes.stream().map(node -> line(node, indent)).collect(Collectors.joining("\n"));
    }

    private String line(Node node, String indent) {
        return switch (node) {
            case Step step -> indent + step(step);
            case Branch branch ->
                    branch.paths().stream()
                            .map(
                                    path ->
                                            indent
                                                    + condition(path.when())
                                                    + "：\n"
                                                    + inner(path.nodes(), indent))
                            .collect(Collectors.joining("\n"));
            case Parallel parallel ->
                    parallel.lanes().stream()
                            .map(lane -> indent + "同时：\n" + inner(lane, indent))
                            .collect(Collectors.joining("\n"));
        };
    }

    private String inner(List<Node> nodes, String indent) {
        return nodes.isEmpty() ? indent + "　直接通过" : lines(nodes, indent + "　");
    }

    private String step(Step step) {
        String who = step.approvers().stream().map(this::who).collect(Collectors.joining("、"));
        return step.name().zh() + "（" + mode(step) + "）：" + who + limits(step.limits());
    }

    private static String mode(Step step) {
        return switch (step.mode()) {
            case ONE_AFTER_ANOTHER -> "依次";
            case ALL -> "会签";
            case ANY -> "或签";
            case VOTE -> "票签 " + step.share() + "%";
        };
    }

    private String who(Approver approver) {
        return switch (approver) {
            case Approver.Person p -> directory.personName(p.id());
            case Approver.Role r -> roles.find(r.code()).map(Role::zh).orElse(r.code());
            case Approver.HolderOf h -> "有权限 " + h.permission() + " 的人";
            case Approver.DepartmentHead d ->
                    d.levels() == 0 ? "申请人部门负责人" : "申请人上 " + d.levels() + " 级负责人";
            case Approver.SubjectDepartmentHead ignored -> "对象所属部门负责人";
            case Approver.OfType ignored -> "由申请类型确定";
            case Approver.Chosen ignored -> "申请人选择";
            case Approver.Field f -> "表单栏目 " + f.name();
        };
    }

    private static String limits(Limits limits) {
        return term("，限", limits.due())
                + term("，提醒", limits.remind())
                + term("，上报", limits.escalate())
                + term("，过期", limits.expire());
    }

    private static String term(String word, @Nullable Term term) {
        return term == null
                ? ""
                : word + " " + term.count() + (term.unit() == Term.Unit.DAYS ? " 个工作日" : " 个工作小时");
    }

    private static String condition(@Nullable Condition when) {
        return when == null
                ? "其他情况"
                : "若 " + when.fact() + " " + operator(when.operator()) + " " + when.value();
    }

    private static String operator(Condition.Operator operator) {
        return switch (operator) {
            case EQUAL -> "=";
            case NOT_EQUAL -> "≠";
            case GREATER -> ">";
            case AT_LEAST -> "≥";
            case LESS -> "<";
            case AT_MOST -> "≤";
            case IN -> "属于";
        };
    }
}
