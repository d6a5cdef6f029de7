package org.kedang.confirmation;

import org.kedang.notice.NoticeKind;

/** What people are told about records to be confirmed. */
enum ConfirmationNotice implements NoticeKind {
    BEGUN("confirmation.begun", "季度资料核对开始", "Customers' records are to be confirmed", false),
    OVERDUE("confirmation.overdue", "资料核对已超期", "Confirming records is overdue", true),
    HEAD("confirmation.head", "下属资料核对超期", "Your people are late confirming records", true);

    private final Words words;

    ConfirmationNotice(String slug, String zh, String en, boolean urgent) {
        this.words = new Words(slug, zh, en, urgent);
    }

    @Override
    public Words words() {
        return words;
    }
}
