package org.kedang.notice;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around notices. */
public enum NoticeAct implements Act {
    CHOSEN("notice.chosen", "设置通知方式", "Notices chosen", ActClass.USER);

    private final Words words;

    NoticeAct(String slug, String zh, String en, ActClass actClass) {
        this.words = new Words(slug, zh, en, actClass);
    }

    @Override
    public Words words() {
        return words;
    }
}
