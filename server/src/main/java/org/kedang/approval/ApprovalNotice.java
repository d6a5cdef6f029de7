package org.kedang.approval;

import org.kedang.notice.NoticeKind;

/** What people are told about requests. */
enum ApprovalNotice implements NoticeKind {
    TASK("approval.task", "有新的待办", "Something to decide", false),
    GUARDED("approval.guarded", "无人可审，由您兜底", "Nobody else to decide, so you must", true),
    URGED("approval.urged", "催办", "Urged by the requester", true),
    REMINDED("approval.reminded", "待办将到期", "A task is soon due", false),
    OVERDUE("approval.overdue", "待办已超期", "A task is overdue", true),
    ESCALATED("approval.escalated", "待办超时上报", "A task went higher up", true),
    RETURNED("approval.returned", "申请被退回", "Your request was returned", false),
    ENDED("approval.ended", "申请有了结果", "Your request was decided", false),
    COPIED("approval.copied", "抄送给您", "Copied to you", false);

    private final Words words;

    ApprovalNotice(String slug, String zh, String en, boolean urgent) {
        this.words = new Words(slug, zh, en, urgent);
    }

    @Override
    public Words words() {
        return words;
    }
}
