package org.kedang.approval;

import org.kedang.kernel.Language;

/** What stands on a request's paper besides the request. */
enum PaperWord {
    HEADING("%s审批单", "%s"),
    NUMBER("编号", "Number"),
    TITLE("标题", "Title"),
    REQUESTER("申请人", "Requester"),
    SUBMITTED("提交时间", "Submitted"),
    REASON("事由", "Reason"),
    FIELD("项目", "Field"),
    BEFORE("现在", "Now"),
    AFTER("通过后", "If approved"),
    STEP("环节", "Step"),
    PERSON("审批人", "Who"),
    OPINION("审批意见", "Opinion"),
    TIME("时间", "When"),
    BY("%s 代办", "by %s"),
    UNSIGNED("尚无审批意见", "Nobody has decided yet"),
    COPIES("抄送：%s", "Copied to: %s"),
    PROOF(
            "扫码核验 %s 的记录及其封存情况（须登录并有权查看）",
            "Scan to check the record of %s and its seal (for those who may see it)"),
    PRINTED("%s 于 %s 从客档系统生成", "Made from Kedang by %s, %s"),
    PAGE("%s　第 %d 页 共 %d 页", "%s · page %d of %d"),
    OPEN("审批中", "Open"),
    RETURNED("已退回", "Returned"),
    APPROVED("已通过", "Approved"),
    REJECTED("未通过", "Rejected"),
    WITHDRAWN("已撤回", "Withdrawn"),
    EXPIRED("已过期", "Expired"),
    TERMINATED("已终止", "Terminated"),
    AGREED("同意", "agreed"),
    DISAGREED("不同意", "disagreed"),
    SENT_BACK("退回", "returned"),
    AGREED_BEFORE("上一环节已同意", "agreed in the step before"),
    ADVISED_YES("建议同意", "advises yes"),
    ADVISED_NO("建议不同意", "advises no"),
    MOVED("已转办", "transferred"),
    TAKEN_BACK("已移出", "taken back"),
    UNNEEDED("无须处理", "not needed");

    private final String zh;
    private final String en;

    PaperWord(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    String in(Language language, Object... arguments) {
        return language.of(zh, en).formatted(arguments);
    }

    static PaperWord of(RequestState state) {
        return valueOf(state.name());
    }

    /** What somebody's word was; delegates only advise. */
    static PaperWord of(Card.CardTask task) {
        boolean advises = task.voice() == Task.Voice.ADVISES;
        return switch (task.state()) {
            case APPROVED -> advises ? ADVISED_YES : AGREED;
            case REJECTED -> advises ? ADVISED_NO : DISAGREED;
            case RETURNED -> SENT_BACK;
            case SKIPPED -> AGREED_BEFORE;
            case MOVED ->
                    task.origin() == Task.Origin.ADDED || task.origin() == Task.Origin.DELEGATED
                            ? TAKEN_BACK
                            : MOVED;
            case WAITING, OPEN, UNNEEDED -> UNNEEDED;
        };
    }
}
