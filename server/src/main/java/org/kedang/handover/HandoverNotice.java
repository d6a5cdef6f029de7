package org.kedang.handover;

import org.kedang.notice.NoticeKind;

/** What people are told about handovers. */
enum HandoverNotice implements NoticeKind {
    ENDED("handover.ended", "客户移交完成", "A handover is done", false),
    MOVER_HOLDS(
            "handover.mover-holds",
            "调岗人员尚有未移交事项",
            "Somebody changed department and still holds things",
            true);

    private final Words words;

    HandoverNotice(String slug, String zh, String en, boolean urgent) {
        this.words = new Words(slug, zh, en, urgent);
    }

    @Override
    public Words words() {
        return words;
    }
}
