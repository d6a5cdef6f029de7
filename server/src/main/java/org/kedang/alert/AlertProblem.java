package org.kedang.alert;

import org.kedang.kernel.ProblemType;

/** Refusals around rules and alerts. */
public enum AlertProblem implements ProblemType {
    OWN_ALERT(
            "own-alert",
            403,
            "这条预警与您本人有关，须由其他人受理和办结。",
            "This alert is about yourself; somebody else has to settle it."),
    ALERT_SETTLED(
            "alert-settled",
            409,
            "这条预警已由他人处理，刷新后可看到结果。",
            "Somebody else has settled this alert already; reload to see how.");

    private final Words words;

    AlertProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
