package org.kedang.export;

import org.kedang.kernel.ProblemType;

/** Refusals around files of customers. */
public enum CustomerExportProblem implements ProblemType {
    TOO_MANY(
            "too-many-customers-to-export",
            409,
            "一次最多导出 {0} 个客户，请缩小筛选范围。",
            "At most {0} customers go into one file; narrow the list."),
    NOTHING(
            "nothing-to-export",
            409,
            "按现在的筛选没有您可查看的客户，没有可导出的内容。",
            "No customers that you may see are left by these filters; there is nothing to export."),
    REQUESTER_MAY_NOT(
            "export-requester",
            409,
            "申请人现在无权查看客户，不能通过，请驳回。",
            "The requester may no longer see customers. Reject it."),
    OVER("export-over", 409, "该导出申请已经处理过，请刷新。", "This export is settled already. Reload."),
    GONE(
            "export-gone",
            410,
            "导出文件已过期并删除，需要时请重新申请。",
            "The file was removed when its time was over; ask anew if you need it.");

    private final Words words;

    CustomerExportProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
