package org.kedang.privacy;

import org.jspecify.annotations.Nullable;
import org.kedang.consent.ConsentChannel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What a customer was told; its words never change. */
public record Letter(
        UUID id,
        String number,
        UUID customerId,
        LetterKind kind,
        String title,
        String body,
        String preparedByName,
        Instant preparedAt,
        @Nullable LocalDate handedOn,
        @Nullable ConsentChannel handedHow,
        @Nullable String handedTo,
        @Nullable String handedByName) {}
