package org.kedang.feedback;

import org.kedang.notice.NoticeKind;

/** What people are told about feedback. */
enum FeedbackNotice implements NoticeKind {
    ASSIGNED("feedback.assigned", "客户反馈由您处理", "A customer's feedback is yours");

    private final Words words;

    FeedbackNotice(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, false);
    }

    @Override
    public Words words() {
        return words;
    }
}
