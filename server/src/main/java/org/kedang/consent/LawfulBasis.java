package org.kedang.consent;

import org.kedang.form.Label;

/** Why personal information may be handled (PIPL, article 13). */
public enum LawfulBasis {
    CONSENT("同意", "Consent"),
    CONTRACT("合同必需", "Needed for a contract"),
    LEGAL_DUTY("法定义务", "Legal duty"),
    OTHER("其他法定情形", "Other case of the law");

    private final Label label;

    LawfulBasis(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    public Label label() {
        return label;
    }
}
