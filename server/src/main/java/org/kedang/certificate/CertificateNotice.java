package org.kedang.certificate;

import org.kedang.notice.NoticeKind;

/** What is told about certificates. */
enum CertificateNotice implements NoticeKind {
    EXPIRING("certificate.expiring", "客户证照即将到期", "A customer's certificate is about to expire"),
    REVIEW("certificate.review", "客户证照即将年检", "A customer's certificate is to be reviewed");

    private final Words words;

    CertificateNotice(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, false);
    }

    @Override
    public Words words() {
        return words;
    }
}
