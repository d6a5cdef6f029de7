package org.kedang.handover;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around handing customers over. */
public enum HandoverAct implements Act {
    PLANNED("handover.planned", "发起客户移交", "Handover planned"),
    STARTED("handover.started", "开始客户移交", "Handover started"),
    ENDED("handover.ended", "客户移交完成", "Handover done"),
    CANCELLED("handover.cancelled", "取消客户移交", "Handover cancelled"),
    REFUSED("handover.refused", "客户移交未获批准", "Handover refused"),
    LISTED("handover.listed", "查看移交记录", "Handovers listed"),
    READ("handover.read", "查看移交明细", "Handover read");

    private final Words words;

    HandoverAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.USER);
    }

    @Override
    public Words words() {
        return words;
    }
}
