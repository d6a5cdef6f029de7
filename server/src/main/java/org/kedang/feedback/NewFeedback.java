package org.kedang.feedback;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.consent.ConsentChannel;
import org.kedang.kernel.PlainText;

import java.time.LocalDate;
import java.util.UUID;

/** A word as it is recorded. */
public record NewFeedback(
        @NotNull(message = "required") ConsentChannel channel,
        @PlainText(max = 2000, required = true, multiline = true) String text,
        @Nullable @PlainText(max = 60) String giver,
        @Nullable @PlainText(max = 120) String contact,
        @Nullable UUID customerId,
        @NotNull(message = "required") LocalDate receivedOn) {}
