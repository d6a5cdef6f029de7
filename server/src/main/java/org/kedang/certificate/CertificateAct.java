package org.kedang.certificate;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around certificates. */
enum CertificateAct implements Act {
    RECORDED("certificate.recorded", "登记证照", "Certificate recorded"),
    CHANGED("certificate.changed", "修改证照", "Certificate changed"),
    RENEWED("certificate.renewed", "换证", "Certificate renewed"),
    VOIDED("certificate.voided", "作废证照", "Certificate voided"),
    REVIEWED("certificate.reviewed", "证照年检", "Certificate reviewed"),
    SCANNED("certificate.scanned", "上传证照扫描件", "Certificate's scan attached"),
    SCAN_READ("certificate.scan-read", "查看证照扫描件", "Certificate's scan read"),
    LISTED("certificate.listed", "查看证照", "Certificates read"),
    REVEALED("certificate.revealed", "查看证件号码", "Number of an identity document revealed");

    private final Words words;

    CertificateAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.USER);
    }

    @Override
    public Words words() {
        return words;
    }
}
