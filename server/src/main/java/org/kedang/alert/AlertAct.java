package org.kedang.alert;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around rules and alerts. */
public enum AlertAct implements Act {
    RAISED("alert.raised", "发出预警", "Alert raised", ActClass.SYSTEM),
    ACKNOWLEDGED("alert.acknowledged", "受理预警", "Alert acknowledged", ActClass.USER),
    CLOSED("alert.closed", "办结预警", "Alert closed", ActClass.USER),
    RULE_CHANGED("alert.rule-changed", "调整监测规则", "Alert rule changed", ActClass.SYSTEM);

    private final Words words;

    AlertAct(String slug, String zh, String en, ActClass actClass) {
        this.words = new Words(slug, zh, en, actClass);
    }

    @Override
    public Words words() {
        return words;
    }
}
