package org.kedang.preference;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An event that somebody of the customer attended. */
@Schema(name = "CustomerActivity")
public record ActivityView(
        UUID id,
        long version,
        UUID customerId,
        ActivityKind kind,
        String name,
        LocalDate heldOn,
        @Nullable String place,
        @Nullable UUID contactId,
        @Nullable String contactName,
        @Nullable String attendees,
        @Nullable String remark,
        Instant updatedAt,
        String updatedByName) {}
