package org.kedang.access;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around requests, reviews and agreements. */
public enum AccessAct implements Act {
    REQUESTED("rights.requested", "提交授权申请", "Rights requested"),
    APPROVED("rights.approved", "批准授权申请", "Rights request approved"),
    REJECTED("rights.rejected", "驳回授权申请", "Rights request rejected"),
    WITHDRAWN("rights.withdrawn", "撤回授权申请", "Rights request withdrawn"),
    RIGHTS_READ("rights.read", "查看有效权限", "Effective rights read"),
    RIGHTS_PROBED("rights.probed", "查证能否看到", "Access to a thing probed"),
    REVIEW_STARTED("review.started", "开始权限复核", "Access review started"),
    LINE_CONFIRMED("review.confirmed", "复核确认授权", "Grant confirmed in review"),
    LINE_REVOKED("review.revoked", "复核收回授权", "Grant revoked in review"),
    LINE_OVERDUE("review.overdue", "逾期未复核", "Grant not reviewed in time"),
    AGREEMENT_RECORDED("agreement.recorded", "登记保密协议", "Agreement recorded"),
    AGREEMENT_ENDED("agreement.ended", "终止保密协议", "Agreement ended"),
    AGREEMENT_SCANNED("agreement.scanned", "上传保密协议扫描件", "Agreement scan stored"),
    AGREEMENT_SCAN_READ("agreement.scan-read", "查看保密协议扫描件", "Agreement scan read");

    private final Words words;

    AccessAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.USER);
    }

    @Override
    public Words words() {
        return words;
    }
}
