package org.kedang.consent;

import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.form.Label;
import org.kedang.kernel.PlainText;

/** What people write about a purpose. */
@Schema(name = "ConsentPurposeFields")
public record PurposeFields(
        @NotNull(message = "required") @Valid Label name,
        @PlainText(max = 500, required = true, multiline = true) String why,
        @NotNull(message = "required") LawfulBasis basis,
        boolean needsConsent,
        boolean warns,
        @Nullable
                @Min(value = 1, message = "out-of-range:1–600")
                @Max(value = 600, message = "out-of-range:1–600")
                Integer months,
        boolean retired) {

    /** What rests on consent needs it. */
    @Schema(hidden = true)
    @AssertTrue(message = "required")
    public boolean isNeedingConsentByBasis() {
        return basis != LawfulBasis.CONSENT || needsConsent;
    }
}
