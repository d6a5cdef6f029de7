package org.kedang.consent;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.form.Label;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that customers' data is used for.
 *
 * @param warns whether whoever opens a customer is warned while the consent is missing
 * @param months how long a consent holds unless it says otherwise; {@code null}: until withdrawn
 */
@Schema(name = "ConsentPurpose")
public record Purpose(
        UUID id,
        long version,
        String code,
        Label name,
        String why,
        LawfulBasis basis,
        boolean needsConsent,
        boolean warns,
        @Nullable Integer months,
        boolean retired) {

    /** The last day of a consent that was given on this day. */
    @Nullable LocalDate lastDay(LocalDate givenOn) {
        return months == null ? null : givenOn.plusMonths(months).minusDays(1);
    }
}
