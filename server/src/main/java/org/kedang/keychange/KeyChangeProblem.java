package org.kedang.keychange;

import org.kedang.kernel.ProblemType;

/** Refusals around changes that are checked. */
public enum KeyChangeProblem implements ProblemType {
    WAITS_ALREADY(
            "key-change-waits",
            409,
            "您修改的重要资料中有一项已有变更在等待核对，本次未保存。请等核对结束，或由申请人撤回后再改。",
            "A change of one of these key fields waits for its check already; nothing was saved."
                    + " Wait for it, or have its requester withdraw it."),
    CHANGED_SINCE(
            "key-change-overtaken",
            409,
            "申请之后{0}又被改为别的内容，本变更不能生效。请驳回，由申请人核对后重新提出。",
            "{1} was changed to something else since; this change cannot take effect. Reject it;"
                    + " its requester must look again and ask anew."),
    REQUESTER_MAY_NOT(
            "key-change-requester",
            409,
            "申请人现在无权修改该客户的这些资料，本变更不能生效，请驳回。",
            "Its requester may no longer change these fields; the change cannot take effect."
                    + " Reject it."),
    OVER("key-change-over", 409, "该变更已经处理过，请刷新。", "This change is settled already. Reload.");

    private final Words words;

    KeyChangeProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
