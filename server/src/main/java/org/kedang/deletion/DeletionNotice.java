package org.kedang.deletion;

import org.kedang.notice.NoticeKind;

/** What people are told about deletions. */
enum DeletionNotice implements NoticeKind {
    WAITING("deletion.waiting", "有客户删除待执行", "A deletion waits to be done", false),
    ENDED("deletion.ended", "客户删除有了结果", "Your deletion has ended", false);

    private final Words words;

    DeletionNotice(String slug, String zh, String en, boolean urgent) {
        this.words = new Words(slug, zh, en, urgent);
    }

    @Override
    public Words words() {
        return words;
    }
}
