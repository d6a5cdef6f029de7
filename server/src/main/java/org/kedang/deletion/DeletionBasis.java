package org.kedang.deletion;

import org.kedang.form.Label;

/** Why a customer is deleted. */
public enum DeletionBasis {
    WISH("客户要求", "The customer asks for it"),
    DUPLICATE("重复登记", "Registered twice"),
    NO_RELATION("已无关系", "No relation any more"),
    OTHER("其他", "Other");

    private final Label label;

    DeletionBasis(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    public Label label() {
        return label;
    }
}
