package org.kedang.customer;

import org.kedang.form.Label;
import org.kedang.form.Labelled;

/** What a customer is. */
public enum CustomerType implements Labelled {
    ORGANISATION("单位", "Organisation"),
    PERSON("个人", "Person");

    private final Label label;

    CustomerType(String zh, String en) {
        label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
