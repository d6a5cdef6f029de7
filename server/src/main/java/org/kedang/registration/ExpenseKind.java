package org.kedang.registration;

import org.kedang.form.FormField.Option;
import org.kedang.form.Label;

import java.util.Arrays;

/** What money is spent on for a customer. */
public enum ExpenseKind {
    HOSPITALITY("招待", "Hospitality"),
    TRAVEL("差旅", "Travel"),
    GIFT("礼品", "Gift");

    private final Label label;

    ExpenseKind(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    Label label() {
        return label;
    }

    static Option[] options() {
        return Arrays.stream(values())
                .map(kind -> new Option(kind.name(), kind.label))
                .toArray(Option[]::new);
    }
}
