package org.kedang.consent;

import org.jspecify.annotations.Nullable;
import org.kedang.form.Label;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a customer, or a person at the customer, once said to a purpose. It never changes.
 *
 * @param subject the person; empty for the customer itself
 * @param note the proof of a consent, the reason of a withdrawal
 */
public record ConsentEvent(
        UUID id,
        UUID purposeId,
        Label purpose,
        String subject,
        Kind kind,
        LocalDate saidOn,
        ConsentChannel channel,
        String note,
        @Nullable LocalDate validUntil,
        @Nullable String scanName,
        String recordedByName,
        Instant recordedAt) {
    /** Which of the two can be said. */
    @io.swagger.v3.oas.annotations.media.Schema(name = "ConsentEventKind")
    public enum Kind {
        GIVEN("同意", "Consent given"),
        WITHDRAWN("撤回同意", "Consent withdrawn");

        private final Label label;

        Kind(String zh, String en) {
            this.label = Label.of(zh, en);
        }

        public Label label() {
            return label;
        }
    }

    ConsentState.Said said() {
        return new ConsentState.Said(kind == Kind.WITHDRAWN, validUntil);
    }
}
