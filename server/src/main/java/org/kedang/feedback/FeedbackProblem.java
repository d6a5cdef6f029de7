package org.kedang.feedback;

import org.kedang.kernel.ProblemType;

/** Refusals around feedback. */
public enum FeedbackProblem implements ProblemType {
    NOT_YOURS(
            "feedback-not-yours",
            403,
            "这条反馈由别人处理，未保存。须由处理人或个人信息管理人员办理。",
            "Somebody else deals with this feedback; nothing was saved."),
    NOT_NOW(
            "feedback-not-now",
            409,
            "这条反馈现在的状态不能这样处理，刷新后再看。",
            "This cannot be done in the state in which the feedback is; reload to see it.");

    private final Words words;

    FeedbackProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
