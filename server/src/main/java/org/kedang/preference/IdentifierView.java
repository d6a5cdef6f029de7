package org.kedang.preference;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** A plate or member number by which a customer is recognised. */
@Schema(name = "CustomerIdentifier")
public record IdentifierView(
        UUID id,
        UUID customerId,
        IdentifierKind kind,
        String value,
        @Nullable UUID contactId,
        @Nullable String contactName,
        @Nullable String note) {}
