package org.kedang.deletion;

import org.kedang.kernel.ProblemType;

/** Refusals around deletions. */
public enum DeletionProblem implements ProblemType {
    HINDERED(
            "deletion-hindered",
            409,
            "现在还不能删除这个客户：{0}。",
            "This customer cannot be deleted yet: {1}."),
    WAITING(
            "deletion-waiting",
            409,
            "这个客户的删除已获批准，正在等待执行，不必再次申请。",
            "The deletion of this customer was approved already and waits to be done."),
    OVER(
            "deletion-over",
            409,
            "这项删除已执行或已放弃，刷新后可看到结果。",
            "This deletion was done or abandoned already; reload to see how."),
    SECOND_PERSON(
            "deletion-second-person",
            403,
            "申请人和审批人不能执行同一项删除，须由另一位管理员执行。",
            "Who asked for a deletion or agreed to it cannot do it; another administrator must."),
    CHANGED_SINCE(
            "customer-changed-since",
            409,
            "批准之后客户资料又有修改，未删除。请放弃这项删除，由申请人核对后重新申请。",
            "The customer was changed after the deletion was approved; nothing was deleted. Abandon"
                    + " it, and let the requester look again and ask anew.");

    private final Words words;

    DeletionProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
