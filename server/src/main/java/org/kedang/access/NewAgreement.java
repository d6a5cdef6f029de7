package org.kedang.access;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.PlainText;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An agreement as it is recorded.
 *
 * @param personId the employee who signed, or
 * @param recipient the outsider who signed
 */
public record NewAgreement(
        @Nullable UUID personId,
        @Nullable @PlainText(max = 60) String recipient,
        @Nullable @PlainText(max = 100) String organisation,
        @PlainText(max = 100, required = true) String title,
        @NotNull(message = "required") LocalDate signedOn,
        @NotNull(message = "required") LocalDate validFrom,
        @NotNull(message = "required") LocalDate validUntil) {

    /** Exactly one of both. */
    @Schema(hidden = true)
    @AssertTrue(message = "required")
    public boolean isRecipientOrPerson() {
        boolean outsider = recipient != null && !recipient.isBlank();
        return outsider == (personId == null);
    }
}
