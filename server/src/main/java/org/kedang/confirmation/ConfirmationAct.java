package org.kedang.confirmation;

import org.kedang.audit.Act;
import org.kedang.audit.ActClass;

/** Deeds around confirming records. */
public enum ConfirmationAct implements Act {
    BEGUN("confirmation.begun", "开始季度资料核对", "Round of confirmations begun"),
    CLOSED("confirmation.closed", "季度资料核对结束", "Round of confirmations closed"),
    LISTED("confirmation.listed", "查看待核对客户", "Customers to be confirmed listed"),
    COVERAGE_READ("confirmation.coverage-read", "查看核对进度", "Coverage of confirmations read"),
    READ("confirmation.read", "查看客户核对记录", "Customer's confirmations read"),
    CONFIRMED("confirmation.confirmed", "核对客户资料", "Record confirmed");

    private final Words words;

    ConfirmationAct(String slug, String zh, String en) {
        this.words = new Words(slug, zh, en, ActClass.USER);
    }

    @Override
    public Words words() {
        return words;
    }
}
