package org.kedang.contact;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How long a contact had one part in the customer's decisions.
 *
 * @param until the day it ended; {@code null} while it lasts
 * @param reason why it began
 * @param endReason why it ended
 */
@Schema(name = "ContactRoleTerm")
public record RoleTerm(
        UUID contactId,
        String contactName,
        DecisionRole role,
        LocalDate since,
        @Nullable LocalDate until,
        @Nullable String reason,
        @Nullable String endReason,
        String recordedByName) {}
