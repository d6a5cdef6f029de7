package org.kedang.preference;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.PlainText;

import java.util.UUID;

/**
 * A plate or member number to be recognised from now on.
 *
 * @param contactId whose it is, if it is a known contact's
 */
public record NewIdentifier(
        @NotNull(message = "required") IdentifierKind kind,
        @PlainText(max = 40, required = true) String value,
        @Nullable UUID contactId,
        @Nullable @PlainText(max = 100) String note) {}
