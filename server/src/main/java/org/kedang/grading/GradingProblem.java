package org.kedang.grading;

import org.kedang.kernel.ProblemType;

/** Refusals around the rules that grade customers. */
public enum GradingProblem implements ProblemType {
    CHANGED_SINCE(
            "grade-rules-changed-since",
            409,
            "在您编辑期间，他人已保存第 {0} 版，您的修改未保存。请对照最新版后重新保存。",
            "Somebody else saved version {0} while you were editing; nothing of yours was saved."
                    + " Compare with it and save again."),
    UNDER_DECISION(
            "grade-rules-under-decision",
            409,
            "第 {0} 版正在审批，结果出来之前不能另起草案；可先撤回该申请。",
            "Version {0} waits for a decision; withdraw that request before you draft anew."),
    NO_DRAFT(
            "no-grade-draft",
            409,
            "没有可提请启用的草案，可能已被他人处理，请刷新。",
            "There is no draft that could be adopted; somebody may have dealt with it. Reload."),
    NO_RULES(
            "no-grade-rules",
            409,
            "还没有启用的定级规则，请先起草规则并经第二人批准。",
            "No grading rules are in force yet; draft some and have a second person agree."),
    RUN_ENDED("grade-run-ended", 409, "这次定级已经结束。", "This grading has ended already.");

    private final Words words;

    GradingProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
