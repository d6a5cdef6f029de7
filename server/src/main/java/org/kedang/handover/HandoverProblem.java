package org.kedang.handover;

import org.kedang.kernel.ProblemType;

/** Refusals around handing customers over. */
public enum HandoverProblem implements ProblemType {
    NOTHING(
            "nothing-to-hand-over",
            409,
            "没有可移交的客户：您无权修改、正在移交中，或已由接收人负责。",
            "There is nothing to hand over: not yours to change, being handed over already, or the"
                    + " taker's already."),
    TOO_MANY(
            "too-many-to-hand-over",
            409,
            "一次最多移交 {0} 个客户，请缩小范围。",
            "At most {0} customers go at once; choose fewer."),
    TAKER_UNFIT(
            "handover-taker-unfit",
            409,
            "接收人已停用，或没有负责客户的权限，请另选一人。",
            "The taker is closed or may not look after customers; choose somebody else."),
    OVER("handover-over", 409, "这次移交已经结束。", "This handover has ended already."),
    ASK_ON_PAGE(
            "handover-on-its-page",
            409,
            "请在客户列表中选择客户后移交。",
            "Choose the customers in their list and hand them over there.");

    private final Words words;

    HandoverProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
