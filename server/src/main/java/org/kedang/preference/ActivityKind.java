package org.kedang.preference;

import io.swagger.v3.oas.annotations.media.Schema;

/** What somebody of a customer attended. */
@Schema(name = "CustomerActivityKind")
public enum ActivityKind {
    EXHIBITION("展会", "Exhibition"),
    SEMINAR("研讨会", "Seminar"),
    TRAINING("培训", "Training"),
    OTHER("其他活动", "Other event");

    private final String zh;
    private final String en;

    ActivityKind(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
