package org.kedang.customer;

import org.kedang.notice.NoticeKind;

/** What is told about customers. */
enum CustomerNotice implements NoticeKind {
    KEY_CHANGED("customer.key-changed", "客户重要资料变更", "Important facts of a customer changed");

    private final Words words;

    CustomerNotice(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, false);
    }

    @Override
    public Words words() {
        return words;
    }
}
