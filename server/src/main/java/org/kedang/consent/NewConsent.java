package org.kedang.consent;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.PlainText;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A consent as it is recorded.
 *
 * @param subject the person at the customer who gave it; the customer itself if not given
 * @param proof where it can be seen: a signed page, a recording's number, a mail
 * @param validUntil as long as the purpose says if not given
 */
public record NewConsent(
        @NotNull(message = "required") UUID purposeId,
        @Nullable @PlainText(max = 60) String subject,
        @NotNull(message = "required") LocalDate saidOn,
        @NotNull(message = "required") ConsentChannel channel,
        @PlainText(max = 500, required = true, multiline = true) String proof,
        @Nullable LocalDate validUntil) {}
