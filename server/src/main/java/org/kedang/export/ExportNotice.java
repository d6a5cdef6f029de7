package org.kedang.export;

import org.kedang.notice.NoticeKind;

/** What people are told about their exports. */
enum ExportNotice implements NoticeKind {
    READY("customer-export.ready", "客户导出文件可下载", "An export of customers is ready");

    private final Words words;

    ExportNotice(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, false);
    }

    @Override
    public Words words() {
        return words;
    }
}
