package org.kedang.keychange;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around changes that are checked. */
public enum KeyChangeAct implements Act {
    CHECKS_SET("keychange.checks-set", "设置变更核对项", "Checked fields set"),
    ASKED("keychange.asked", "申请变更客户资料", "Change of a customer asked for"),
    CLOSED("keychange.closed", "客户资料变更未生效", "Change of a customer dropped"),
    LISTED("keychange.listed", "查看待核对变更", "Waiting changes read");

    private final Words words;

    KeyChangeAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.USER);
    }

    @Override
    public Words words() {
        return words;
    }
}
