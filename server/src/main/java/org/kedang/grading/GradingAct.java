package org.kedang.grading;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around the rules that grade customers. */
public enum GradingAct implements Act {
    DRAFTED("grading.drafted", "起草定级规则", "Grading rules drafted"),
    DROPPED("grading.dropped", "作废定级规则草案", "Draft of grading rules dropped"),
    ASKED("grading.asked", "提请启用定级规则", "Adoption of grading rules asked for"),
    ADOPTED("grading.adopted", "启用定级规则", "Grading rules adopted"),
    GIVEN_BACK("grading.given-back", "定级规则未获批准", "Grading rules not adopted"),
    MOVES_LISTED("grading.moves-listed", "查看将改级的客户", "Customers that would move listed"),
    EXPLAINED("grading.explained", "查看定级依据", "Grade explained"),
    RUN_STARTED("grading.run-started", "开始按规则定级", "Grading begun"),
    RUN_CANCELLED("grading.run-cancelled", "停止按规则定级", "Grading stopped"),
    RUN_DONE("grading.run-done", "按规则定级完成", "Grading done");

    private final Words words;

    GradingAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.USER);
    }

    @Override
    public Words words() {
        return words;
    }
}
