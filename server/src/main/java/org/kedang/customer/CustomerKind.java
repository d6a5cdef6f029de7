package org.kedang.customer;

import org.kedang.form.Label;
import org.kedang.form.Labelled;

/** 目标, 潜在, 一般, 重点: how far the relationship has come. */
public enum CustomerKind implements Labelled {
    TARGET("目标客户", "Target"),
    POTENTIAL("潜在客户", "Potential"),
    GENERAL("一般客户", "General"),
    KEY("重点客户", "Key");

    private final Label label;

    CustomerKind(String zh, String en) {
        label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
