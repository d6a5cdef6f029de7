package org.kedang.feedback;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around feedback. */
public enum FeedbackAct implements Act {
    RECEIVED("feedback.received", "登记客户反馈", "Feedback recorded"),
    READ("feedback.read", "查看客户反馈", "Feedback read"),
    LISTED("feedback.listed", "查询客户反馈列表", "Feedback listed"),
    ASSIGNED("feedback.assigned", "分派客户反馈", "Feedback given to somebody"),
    ANSWERED("feedback.answered", "答复客户反馈", "Feedback answered"),
    CLOSED("feedback.closed", "关闭客户反馈", "Feedback closed");

    private final Words words;

    FeedbackAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.USER);
    }

    @Override
    public Words words() {
        return words;
    }
}
