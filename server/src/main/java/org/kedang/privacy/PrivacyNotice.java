package org.kedang.privacy;

import org.kedang.notice.NoticeKind;

/** What people are told about rights cases. */
enum PrivacyNotice implements NoticeKind {
    GIVEN("privacy.case-given", "权利请求由您负责", "A rights case is yours", false),
    DUE("privacy.case-due", "权利请求将到期", "A rights case is soon due", false),
    LATE("privacy.case-late", "权利请求已超期", "A rights case is overdue", true);

    private final Words words;

    PrivacyNotice(String slug, String zh, String en, boolean urgent) {
        this.words = new Words(slug, zh, en, urgent);
    }

    @Override
    public Words words() {
        return words;
    }
}
