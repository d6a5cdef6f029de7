package org.kedang.preference;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Texts;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What people write about how a customer wants to be treated.
 *
 * @param contactId whose it is; the customer's in general if not given
 * @param source where it is known from
 * @param endedOn day from which it does not apply any more
 */
public record PreferenceFields(
        @NotNull(message = "required") UUID topicId,
        @Nullable UUID contactId,
        @PlainText(max = 500, required = true, multiline = true) String text,
        @NotNull(message = "required") Importance importance,
        @Nullable LocalDate since,
        @Nullable @PlainText(max = 100) String source,
        @Nullable LocalDate endedOn) {

    PreferenceFields normalised() {
        return new PreferenceFields(
                topicId,
                contactId,
                text.strip(),
                importance,
                since,
                Texts.trimmed(source),
                endedOn);
    }
}
