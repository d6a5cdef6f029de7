package org.kedang.consent;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around consents. */
public enum ConsentAct implements Act {
    PURPOSE_ADDED("consent.purpose-added", "新增使用目的", "Purpose added"),
    PURPOSE_CHANGED("consent.purpose-changed", "修改使用目的", "Purpose changed"),
    READ("consent.read", "查看客户同意记录", "Consents read"),
    GIVEN("consent.given", "登记客户同意", "Consent recorded"),
    WITHDRAWN("consent.withdrawn", "登记撤回同意", "Withdrawal of a consent recorded"),
    SCANNED("consent.scanned", "上传同意书扫描件", "Scan of a consent stored"),
    SCAN_READ("consent.scan-read", "查看同意书扫描件", "Scan of a consent read");

    private final Words words;

    ConsentAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.USER);
    }

    @Override
    public Words words() {
        return words;
    }
}
