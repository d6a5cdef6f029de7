package org.kedang.preference;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** How a customer, or one of its contacts, wants to be treated. */
@Schema(name = "Preference")
public record PreferenceView(
        UUID id,
        long version,
        UUID customerId,
        UUID topicId,
        String topicZh,
        String topicEn,
        @Nullable UUID contactId,
        @Nullable String contactName,
        String text,
        Importance importance,
        @Nullable LocalDate since,
        @Nullable String source,
        @Nullable LocalDate endedOn,
        Instant updatedAt,
        String updatedByName) {}
