package org.kedang.audit;

/** Deeds around the seal itself. */
enum SealingAct implements Act {
    ROLL_BACK_FOUND("audit.roll-back-found", "发现审计日志被回退", "The log was found rolled back"),
    RESTORE_CONFIRMED("audit.restore-confirmed", "确认数据库恢复", "Restore of the database confirmed");

    private final Words words;

    SealingAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.SYSTEM);
    }

    @Override
    public Words words() {
        return words;
    }
}
