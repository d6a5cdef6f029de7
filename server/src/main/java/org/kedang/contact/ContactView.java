package org.kedang.contact;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.customfield.ShownValues;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A contact, its sensitive fields as the reader may see them.
 *
 * @param roleSince day since which the contact has its part in decisions
 * @param maskedFields of which only the masked form is given
 * @param hiddenFields that are never given
 * @param readOnlyFields that are given and cannot be changed by the reader
 * @param more values of custom fields
 */
@Schema(name = "Contact")
public record ContactView(
        UUID id,
        long version,
        UUID customerId,
        String name,
        @Nullable Sex sex,
        @Nullable String position,
        @Nullable String department,
        @Nullable String mobile,
        @Nullable String phone,
        @Nullable String mail,
        @Nullable String birthday,
        DecisionRole role,
        @Nullable LocalDate roleSince,
        boolean main,
        @Nullable String emergencyName,
        @Nullable String emergencyRelation,
        @Nullable String emergencyPhone,
        @Nullable LocalDate leftOn,
        @Nullable String note,
        ShownValues more,
        Instant updatedAt,
        String updatedByName,
        List<String> maskedFields,
        List<String> hiddenFields,
        List<String> readOnlyFields) {}
