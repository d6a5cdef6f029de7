package org.kedang.audit;

import org.kedang.kernel.ProblemType;

/** Refusals around the seal. */
enum SealingProblem implements ProblemType {
    NOTHING_TO_CONFIRM(
            "no-restore-to-confirm",
            409,
            "数据库与已发布的检查点一致，没有需要确认的恢复。",
            "The database agrees with the published checkpoints; there is no restore to confirm."),
    KEY_IS_LOST(
            "signing-key-lost",
            409,
            "签名密钥文件缺失，无法签名。请从备份恢复密钥文件夹，或由审计员在“证据”页启用新密钥。",
            "The file of the signing key is missing. Bring the folder of keys back from its backup,"
                    + " or let an auditor start a new key on the page \"Evidence\"."),
    SEALING_STANDS(
            "sealing-stands-still",
            409,
            "封存因数据库与已发布的检查点不符而停止。请先核实并确认恢复，再启用新密钥。",
            "Sealing stands still because the database is not what was published. Check that and"
                    + " confirm the restore before a new key is started."),
    SEALER_BUSY(
            "sealer-busy",
            409,
            "另一个节点正在封存。请稍后再试。",
            "Another node is sealing at this moment. Try again shortly."),
    NOTHING_MISSING(
            "no-checkpoints-missing",
            409,
            "检查点文件完整，没有需要重新发布的检查点。",
            "The checkpoint files are complete; there is nothing to publish again."),
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
