package org.kedang.audit;

/** Deeds around the seal itself. */
enum SealingAct implements Act {
    ROLL_BACK_FOUND("audit.roll-back-found", "发现审计日志被回退", "The log was found rolled back"),
    RESTORE_CONFIRMED("audit.restore-confirmed", "确认数据库恢复", "Restore of the database confirmed"),
    KEY_MISSING_FOUND("audit.key-missing-found", "发现签名密钥文件缺失", "The signing key was found missing"),
    KEY_STARTED("audit.key-started", "启用新的签名密钥", "New signing key started"),
    CHECKPOINTS_MISSING_FOUND(
            "audit.checkpoints-missing-found",
            "发现已发布的检查点缺失",
            "Published checkpoints were found missing"),
    CHECKPOINTS_REPUBLISHED(
            "audit.checkpoints-republished", "重新发布检查点", "Checkpoints published again"),
    JOURNAL_DAMAGED_FOUND(
            "audit.journal-damaged-found", "发现审计暂存文件损坏", "A journal of the log was found damaged");

    private final Words words;

    SealingAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.SYSTEM);
    }

    @Override
    public Words words() {
        return words;
    }
}
