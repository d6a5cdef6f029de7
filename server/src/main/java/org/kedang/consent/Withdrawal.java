package org.kedang.consent;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.PlainText;

import java.time.LocalDate;
import java.util.UUID;

/** A consent that is taken back (PIPL, article 15); also one that was never recorded. */
@Schema(name = "ConsentWithdrawal")
public record Withdrawal(
        @NotNull(message = "required") UUID purposeId,
        @Nullable @PlainText(max = 60) String subject,
        @NotNull(message = "required") LocalDate saidOn,
        @NotNull(message = "required") ConsentChannel channel,
        @PlainText(max = 500, required = true, multiline = true) String reason) {}
