package org.kedang.assignment;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around rules of assignment. */
public enum AssignmentAct implements Act {
    CHANGED("assignment.changed", "修改分配规则", "Assignment rules changed"),
    TRIED("assignment.tried", "试算分配", "Assignment tried out");

    private final Words words;

    AssignmentAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.SYSTEM);
    }

    @Override
    public Words words() {
        return words;
    }
}
