package org.kedang.alert;

import org.kedang.notice.NoticeKind;

/** What is told about alerts. */
enum AlertNotice implements NoticeKind {
    RAISED("alert.raised", "发出预警", "An alert was raised");

    private final Words words;

    AlertNotice(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, true);
    }

    @Override
    public Words words() {
        return words;
    }
}
