package org.kedang.privacy;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kedang.form.Label;

/** How far a case is. */
@Schema(name = "RightsCaseState")
public enum CaseState {
    /** Nobody knows yet whether it is he who asks. */
    RECEIVED("待核验身份", "Identity to be proven"),
    WORKING("处理中", "In hand"),
    DONE("已办结", "Done"),
    REFUSED("已拒绝", "Refused");

    private final Label label;

    CaseState(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    public Label label() {
        return label;
    }

    public boolean isOpen() {
        return this == RECEIVED || this == WORKING;
    }
}
