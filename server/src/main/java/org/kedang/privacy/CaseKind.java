package org.kedang.privacy;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kedang.form.Label;

/** What somebody asks for about his own data (PIPL, articles 15 and 45 to 48). */
@Schema(name = "RightsCaseKind")
public enum CaseKind {
    ACCESS("查阅", "See the data"),
    COPY("复制、导出", "A copy of the data"),
    CORRECTION("更正、补充", "Correction"),
    DELETION("删除", "Deletion"),
    WITHDRAWAL("撤回同意", "Withdrawal of consent"),
    OTHER("其他", "Something else");

    private final Label label;

    CaseKind(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    public Label label() {
        return label;
    }

    /** Whether the answer is a copy of what is kept. */
    boolean asksForData() {
        return this == ACCESS || this == COPY;
    }
}
