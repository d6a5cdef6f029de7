package org.kedang.consent;

import org.jspecify.annotations.Nullable;
import org.kedang.form.Label;

import java.time.LocalDate;

/** How it stands with a consent today. */
public enum ConsentState {
    NOT_NEEDED("无须同意", "Not needed"),
    GIVEN("已同意", "Given"),
    MISSING("未取得", "Missing"),
    EXPIRED("已到期", "Expired"),
    WITHDRAWN("已撤回", "Withdrawn");

    private final Label label;

    ConsentState(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    public Label label() {
        return label;
    }

    /** Whether the data may be used for the purpose. */
    public boolean covers() {
        return this == NOT_NEEDED || this == GIVEN;
    }

    /**
     * What follows from the last word.
     *
     * @param last what was said last; {@code null} if nothing was
     */
    static ConsentState of(boolean needed, @Nullable Said last, LocalDate today) {
        if (last != null && last.withdrawn()) {
            return WITHDRAWN;
        }
        if (!needed) {
            return NOT_NEEDED;
        }
        if (last == null) {
            return MISSING;
        }
        LocalDate until = last.validUntil();
        return until != null && until.isBefore(today) ? EXPIRED : GIVEN;
    }

    /**
     * One word of a customer.
     *
     * @param validUntil the last day on which a given consent holds; {@code null}: until withdrawn
     */
    record Said(boolean withdrawn, @Nullable LocalDate validUntil) {}
}
