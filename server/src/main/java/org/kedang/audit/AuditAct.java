package org.kedang.audit;

/** Deeds around the log itself. */
public enum AuditAct implements Act {
    LOG_READ("audit.read", "查阅日志", "Log read"),
    LOG_EXPORTED("audit.exported", "导出日志", "Log exported");

    private final Words words;

    AuditAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.USER);
    }

    @Override
    public Words words() {
        return words;
    }
}
