package org.kedang.privacy;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around rights cases. */
public enum PrivacyAct implements Act {
    CASE_RECEIVED("privacy.case-received", "登记权利请求", "Rights case recorded"),
    CASE_READ("privacy.case-read", "查看权利请求", "Rights case read"),
    CASES_LISTED("privacy.cases-listed", "查询权利请求列表", "Rights cases listed"),
    IDENTITY_PROVEN("privacy.identity-proven", "核验请求人身份", "Identity of a requester proven"),
    CASE_GIVEN("privacy.case-given", "转交权利请求", "Rights case given to another"),
    CASE_NOTED("privacy.case-noted", "记录权利请求处理过程", "Step of a rights case noted"),
    COPY_EXPORTED("privacy.copy-exported", "导出客户资料副本", "Copy of a customer's data made"),
    CASE_ANSWERED("privacy.case-answered", "办结权利请求", "Rights case answered"),
    CASE_REFUSED("privacy.case-refused", "拒绝权利请求", "Rights case refused"),
    TEMPLATE_ADDED("privacy.template-added", "新增告知书模板", "Template of letters added"),
    TEMPLATE_CHANGED("privacy.template-changed", "修改告知书模板", "Template of letters changed"),
    LETTERS_LISTED("privacy.letters-listed", "查看客户告知书列表", "Letters to a customer listed"),
    LETTER_READ("privacy.letter-read", "查看告知书", "Letter read"),
    LETTER_PREPARED("privacy.letter-prepared", "制作告知书", "Letter made"),
    LETTER_HANDED("privacy.letter-handed", "登记告知书送达", "Letter handed over");

    private final Words words;

    PrivacyAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.USER);
    }

    @Override
    public Words words() {
        return words;
    }
}
