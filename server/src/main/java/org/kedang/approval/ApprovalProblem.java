package org.kedang.approval;

import org.kedang.kernel.ProblemType;

/** Refusals around requests. */
public enum ApprovalProblem implements ProblemType {
    TASK_DECIDED(
            "task-already-decided",
            409,
            "此待办已处理完毕或已不需要您处理，刷新后可看到结果。",
            "This task has been settled already or is no longer yours; reload to see how."),
    SPAN_BACKWARDS(
            "request-span-backwards", 422, "结束日期早于开始日期。", "The last day is before the first."),
    SPAN_TOO_LONG(
            "request-span-too-long",
            422,
            "一次最多查看 {0} 天，请缩短日期范围。",
            "At most {0} days are looked at at once; choose a shorter span."),
    TOO_MANY_REQUESTS(
            "too-many-to-export",
            422,
            "超过 {0} 件，请缩小范围后再导出。",
            "More than {0} requests; narrow them before exporting."),
    REQUEST_CLOSED(
            "request-closed",
            409,
            "此申请当前的状态不允许这样做，请刷新后查看。",
            "The request is not in a state for this; reload to see."),
    OWN_DECISION(
            "own-decision",
            403,
            "不能审批自己提交的申请或与自己有关的申请，请由他人处理。",
            "Nobody decides a request of his own or about himself; somebody else must."),
    NOBODY_DECIDES(
            "nobody-decides",
            409,
            "环节“{0}”找不到可以审批的人，也没有兜底人，未提交。请联系系统管理员。",
            "There is nobody to decide the step \"{0}\" and no guardian; nothing was saved. Ask the"
                    + " system administrator."),
    STEP_NOT_BEFORE(
            "step-not-before",
            409,
            "只能退回到此申请已经过的、不与其他环节并行的环节。",
            "A request can be returned only to a step it has passed that does not run beside"
                    + " others."),
    SIGNER_THERE("signer-there", 409, "此人已在本环节中，无须重复。", "This person is in the step already."),
    SIGNER_UNFIT(
            "signer-unfit",
            409,
            "须是在用的员工账号，且不能是申请人、当事人或本人。",
            "It must be an active person, and neither the requester, nor whom it is about, nor"
                    + " yourself."),
    URGED_LATELY(
            "urged-lately",
            409,
            "一小时内已催办过，请稍候。",
            "This request was urged within the last hour; please wait."),
    SEVERAL_TYPES(
            "several-types",
            409,
            "批量审批只能选择同一类申请，未处理任何一件。",
            "Only requests of one type can be agreed to together; none was decided."),
    NOT_IN_BATCH(
            "not-in-batch",
            409,
            "此类申请涉密或涉权，须逐件审批，未处理任何一件。",
            "Requests of this type must be looked at one by one; none was decided."),
    TOO_MANY_PHRASES(
            "too-many-phrases",
            409,
            "常用语最多 {0} 条，请先删除不用的。",
            "No more than {0} phrases can be kept; delete one that you do not use."),
    FILE_INFECTED(
            "file-infected",
            409,
            "文件“{0}”未通过病毒扫描，未保存。请处理后重新上传。",
            "The file \"{0}\" did not pass the virus scan; nothing was saved. Clean it and upload"
                    + " it again."),
    FILE_NOT_SCANNED(
            "file-not-scanned",
            503,
            "病毒扫描服务未能检查此文件，未保存。请稍后重试；若再次出现，请告知系统管理员。",
            "The virus scanner could not check the file; nothing was saved. Try again later, and"
                    + " tell the system administrator if it happens twice."),
    TOO_MANY_WAITING_FILES(
            "too-many-waiting-files",
            409,
            "未提交的申请中附件已达 {0} 个，请先提交或移除一些。",
            "There are {0} files already in forms that you have not submitted; submit some of them"
                    + " or remove files."),
    TYPE_EXISTS(
            "request-type-exists",
            409,
            "此代码的申请类型已存在，请换一个代码。",
            "There is a request type of this code already; choose another."),
    NOT_HEAD(
            "not-head",
            403,
            "只有部门负责人或系统管理员可以为该部门定义申请类型。",
            "Only the head of the department or a system administrator defines request types for"
                    + " it."),
    NO_DRAFT(
            "no-process-draft",
            409,
            "没有等待启用的这个流程版本，它可能已被新的草稿取代，请刷新后重新提交。",
            "No such version waits to come into force; a newer draft may have replaced it. Reload"
                    + " and submit again."),
    TYPE_RETIRED(
            "request-type-retired",
            409,
            "此类申请已停用，不能再提交。",
            "This kind of request is retired and takes nothing new.");

    private final Words words;

    ApprovalProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
