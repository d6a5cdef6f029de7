package org.kedang.privacy;

import org.kedang.form.Label;

/** What a letter tells a customer about its data. */
public enum LetterKind {
    STORAGE("收集与保存", "Collection and storage"),
    USE("使用", "Use"),
    DESTRUCTION("销毁", "Destruction"),
    OTHER("其他", "Other");

    private final Label label;

    LetterKind(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    public Label label() {
        return label;
    }
}
