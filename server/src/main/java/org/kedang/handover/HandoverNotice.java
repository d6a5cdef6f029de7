package org.kedang.handover;

import org.kedang.notice.NoticeKind;

/** What people are told about handovers. */
enum HandoverNotice implements NoticeKind {
    ENDED("handover.ended", "客户移交完成", "A handover is done", false);

    private final Words words;

    HandoverNotice(String slug, String zh, String en, boolean urgent) {
        this.words = new Words(slug, zh, en, urgent);
    }

    @Override
    public Words words() {
        return words;
    }
}
