package org.kedang.audit;

import org.kedang.kernel.ProblemType;

/** Refusals around the seal. */
enum SealingProblem implements ProblemType {
    NOTHING_TO_CONFIRM(
            "no-restore-to-confirm",
            409,
            "数据库与已发布的检查点一致，没有需要确认的恢复。",
            "The database agrees with the published checkpoints; there is no restore to confirm."),
    EVENT_NOT_SEALED(
            "event-not-sealed",
            409,
            "该事件尚未封存，一般两秒内完成；请稍后再取证明。",
            "This event is not sealed yet, which takes two seconds as a rule; ask for the proof"
                    + " again shortly."),
    NO_SUCH_CHECKPOINT(
            "no-such-checkpoint",
            404,
            "没有大小为 {0} 的检查点。请从检查点列表中选择。",
            "There is no checkpoint of size {0}. Choose one from the list of checkpoints.");

    private final Words words;

    SealingProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
