package org.kedang.oversight;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds of those who watch. */
public enum OversightAct implements Act {
    ACTIVITY_READ("oversight.activity-read", "查看活动统计", "Activity figures read"),
    ROUND_OPENED("oversight.round-opened", "开启审计复核", "Audit round opened"),
    ROUND_READ("oversight.round-read", "查看审计复核", "Audit round read"),
    EVENTS_CHECKED("oversight.events-checked", "核对日志", "Events checked"),
    ROUND_SIGNED("oversight.round-signed", "签署审计复核", "Audit round signed"),
    ROUND_REMARKED("oversight.round-remarked", "补记审计复核", "Remark added to an audit round"),
    RULES_CHANGED("oversight.rules-changed", "修改复核规则", "Review rules changed"),
    FINDING_WRITTEN("finding.written", "记录审计发现", "Finding written"),
    FINDING_ANSWERED("finding.answered", "答复审计发现", "Finding answered"),
    FINDING_RETURNED("finding.returned", "退回审计发现", "Finding returned"),
    FINDING_CLOSED("finding.closed", "关闭审计发现", "Finding closed"),
    ADMINISTRATORS_READ("oversight.administrators-read", "查看管理员监督", "Acts of administrators read"),
    REPORT_SIGNED("oversight.report-signed", "签署安全保密员报告", "Security officer's report signed"),
    REPORT_READ("oversight.report-read", "查看安全保密员报告", "Security officer's report read");

    private final Words words;

    OversightAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.USER);
    }

    @Override
    public Words words() {
        return words;
    }
}
