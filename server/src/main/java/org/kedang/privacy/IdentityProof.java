package org.kedang.privacy;

import org.kedang.form.Label;

/** How it was proven who asks. */
public enum IdentityProof {
    DOCUMENT("核验证件", "Document seen"),
    CALL_BACK("回拨登记的电话", "Called back on the known number"),
    SEALED_LETTER("盖章函件或授权书", "Letter with the seal"),
    KNOWN_MAIL("登记邮箱来信", "From the known mail address"),
    OTHER("其他", "Otherwise");

    private final Label label;

    IdentityProof(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    public Label label() {
        return label;
    }
}
