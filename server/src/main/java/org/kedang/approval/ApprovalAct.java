package org.kedang.approval;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around requests. */
public enum ApprovalAct implements Act {
    SUBMITTED("approval.submitted", "提交申请", "Request submitted"),
    RESUBMITTED("approval.resubmitted", "重新提交申请", "Request submitted again"),
    TASK_APPROVED("approval.task-approved", "同意", "Agreed to a request"),
    TASK_REJECTED("approval.task-rejected", "不同意", "Disagreed with a request"),
    RETURNED("approval.returned", "退回申请", "Request returned"),
    APPROVED("approval.approved", "申请通过", "Request approved"),
    REJECTED("approval.rejected", "申请未通过", "Request rejected"),
    WITHDRAWN("approval.withdrawn", "撤回申请", "Request withdrawn"),
    EXPIRED("approval.expired", "申请过期", "Request expired"),
    TERMINATED("approval.terminated", "终止申请", "Request terminated"),
    GUARDED("approval.guarded", "无人可审，交由兜底人", "Nobody to decide, handed to the guardian"),
    SKIPPED("approval.skipped", "上一环节已同意，不再重复", "Agreed in the step before, not asked again"),
    TRANSFERRED("approval.transferred", "转办", "Task transferred"),
    DELEGATED("approval.delegated", "委派", "Task delegated"),
    SIGNER_ADDED("approval.signer-added", "加签", "Signer added"),
    SIGNER_REMOVED("approval.signer-removed", "减签", "Signer removed"),
    URGED("approval.urged", "催办", "Request urged"),
    COPIED("approval.copied", "抄送", "Request copied"),
    REMINDED("approval.reminded", "到时提醒", "Reminded by the clock"),
    OVERDUE("approval.overdue", "环节超期", "Step overdue"),
    ESCALATED("approval.escalated", "超时上报", "Escalated by the clock"),
    DEPUTY_NAMED("approval.deputy-named", "指定代理人", "Deputy named"),
    DEPUTY_ENDED("approval.deputy-ended", "取消代理人", "Deputy ended"),
    TYPE_DEFINED("approval.type-defined", "定义申请类型", "Request type defined"),
    TYPE_RETIRED("approval.type-retired", "停用申请类型", "Request type retired"),
    FILE_UPLOADED("approval.file-uploaded", "上传申请附件", "File for a request uploaded"),
    FILE_REMOVED("approval.file-removed", "移除未提交的附件", "File of no request removed"),
    FILE_VIEWED("approval.file-viewed", "预览申请附件", "File of a request viewed"),
    FILE_DOWNLOADED("approval.file-downloaded", "下载申请附件", "File of a request downloaded"),
    PRINTED("approval.printed", "打印审批单", "Request printed"),
    FIGURES_READ("approval.figures-read", "查看审批统计", "Figures of approvals read"),
    LIST_EXPORTED("approval.list-exported", "导出申请清单", "List of requests exported"),
    PROCESS_SAVED("approval.process-saved", "保存流程草稿", "Draft of a process saved"),
    PROCESS_DISCARDED("approval.process-discarded", "放弃流程草稿", "Draft of a process given up"),
    PROCESS_ACTIVATED("approval.process-activated", "启用流程版本", "Process version activated");

    private final Words words;

    ApprovalAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.USER);
    }

    @Override
    public Words words() {
        return words;
    }
}
