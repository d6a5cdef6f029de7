package org.kedang.audit;

import org.kedang.kernel.ProblemType;

/** Why a part of the log is not carried out. */
enum ExportProblem implements ProblemType {
    TOO_MANY_EVENTS(
            "too-many-events",
            422,
            "符合条件的日志超过 {0} 条，没有导出。请缩小时间或条件，或改用整段导出。",
            "More than {0} events fit, nothing was exported. Narrow the time or the filters, or"
                    + " export a whole span."),
    TREE_INCOMPLETE(
            "audit-tree-incomplete",
            409,
            "这段日志之前的哈希不完整，可能被人动过，不能从中间导出。请导出全部日志，用验证器查明。",
            "Hashes before this span are missing, perhaps tampered with, so the log cannot be"
                    + " exported from the middle. Export all of it and let the verifier find out."),
    SPAN_BACKWARDS(
            "span-backwards",
            422,
            "起始时间要早于截止时间，没有导出。",
            "The span must begin before it ends; nothing was exported.");

    private final Words words;

    ExportProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
