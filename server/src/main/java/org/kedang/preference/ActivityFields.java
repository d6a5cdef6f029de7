package org.kedang.preference;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Texts;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What people write about an event that somebody of the customer attended.
 *
 * @param contactId who, if it is a known contact
 * @param attendees who else
 */
public record ActivityFields(
        @NotNull(message = "required") ActivityKind kind,
        @PlainText(max = 100, required = true) String name,
        @NotNull(message = "required") LocalDate heldOn,
        @Nullable @PlainText(max = 100) String place,
        @Nullable UUID contactId,
        @Nullable @PlainText(max = 200) String attendees,
        @Nullable @PlainText(max = 500, multiline = true) String remark) {

    ActivityFields normalised() {
        return new ActivityFields(
                kind,
                name.strip(),
                heldOn,
                Texts.trimmed(place),
                contactId,
                Texts.trimmed(attendees),
                Texts.trimmed(remark));
    }
}
