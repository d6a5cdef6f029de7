package org.kedang.confirmation;

import org.kedang.kernel.ProblemType;

/** Refusals around confirming records. */
public enum ConfirmationProblem implements ProblemType {
    CHANGED_SINCE(
            "record-changed-since",
            409,
            "这份资料在您查看之后有人改过，未核对。请看过最新资料再核对。",
            "Somebody changed this record after you looked at it; it was not confirmed. Look at it"
                    + " again first."),
    NO_ROUND(
            "no-confirmation-round",
            409,
            "目前没有进行中的资料核对。",
            "No round of confirmations is under way.");

    private final Words words;

    ConfirmationProblem(String slug, int status, String zh, String en) {
        this.words = new Words(slug, status, zh, en);
    }

    @Override
    public Words words() {
        return words;
    }
}
