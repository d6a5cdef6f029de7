package org.kedang.archive;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.SecrecyLevel;
import org.kedang.kernel.PlainText;

import java.util.UUID;

/**
 * What a person says to open a dossier; what is left out follows from the customer and the class.
 *
 * @param classCode class of the scheme; {@code KH·01} if not given
 * @param period code of a retention period
 */
public record OpenDossier(
        @NotNull(message = "required") UUID customerId,
        @PlainText(max = 200, required = true) String title,
        @Nullable @PlainText(max = 20) String classCode,
        @Nullable UUID departmentId,
        @Nullable SecrecyLevel secrecy,
        @Nullable @PlainText(max = 10) String period,
        @Nullable @PlainText(max = 2000, multiline = true) String note) {}
