package org.kedang.privacy;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.NotNull;

import org.kedang.kernel.PlainText;

import java.time.LocalDate;

/**
 * How a case ends.
 *
 * @param refused whether the wish is not fulfilled; then the answer says why (PIPL, article 50)
 * @param answer what the customer was told
 */
@Schema(name = "RightsCaseAnswer")
public record CaseAnswer(
        boolean refused,
        @PlainText(max = 2000, required = true, multiline = true) String answer,
        @NotNull(message = "required") LocalDate answeredOn) {}
