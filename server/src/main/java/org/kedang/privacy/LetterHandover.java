package org.kedang.privacy;

import jakarta.validation.constraints.NotNull;

import org.kedang.consent.ConsentChannel;
import org.kedang.kernel.PlainText;

import java.time.LocalDate;

/** That a letter reached the customer. */
public record LetterHandover(
        @NotNull(message = "required") LocalDate handedOn,
        @NotNull(message = "required") ConsentChannel handedHow,
        @PlainText(max = 60, required = true) String handedTo) {}
