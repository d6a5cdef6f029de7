package org.kedang.customer;

import org.kedang.form.Label;
import org.kedang.form.Labelled;

/** How large an organisation is: 统计上大中小微型企业划分办法（2017）. */
public enum CustomerSize implements Labelled {
    LARGE("大型", "Large"),
    MEDIUM("中型", "Medium"),
    SMALL("小型", "Small"),
    MICRO("微型", "Micro");

    private final Label label;

    CustomerSize(String zh, String en) {
        label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
