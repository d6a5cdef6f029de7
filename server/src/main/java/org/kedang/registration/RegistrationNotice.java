package org.kedang.registration;

import org.kedang.notice.NoticeKind;

/** What people are told about customers to be put on record. */
enum RegistrationNotice implements NoticeKind {
    SOON("registration.soon", "备案将到期", "A customer must soon be on record", false),
    OVERDUE("registration.overdue", "备案已超期", "A customer is overdue to be on record", true),
    HEAD("registration.head", "下属客户备案超期", "A customer of your people is overdue", true);

    private final Words words;

    RegistrationNotice(String slug, String zh, String en, boolean urgent) {
        this.words = new Words(slug, zh, en, urgent);
    }

    @Override
    public Words words() {
        return words;
    }
}
