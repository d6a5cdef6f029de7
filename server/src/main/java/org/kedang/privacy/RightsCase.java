package org.kedang.privacy;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.consent.ConsentChannel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One request of a customer about its own data.
 *
 * @param contact where to answer; masked or absent as the reader may see phones and mails
 * @param dueOn the last day for the answer
 * @param daysLeft working days until then, negative when late; {@code null} once it is closed
 * @param own whether the reader may work on it
 */
@Schema(name = "RightsCase")
public record RightsCase(
        UUID id,
        long version,
        String number,
        CaseKind kind,
        CaseState state,
        @Nullable UUID customerId,
        @Nullable String customerNumber,
        @Nullable String customerName,
        String requester,
        @Nullable String contact,
        ConsentChannel channel,
        String wish,
        LocalDate receivedOn,
        LocalDate dueOn,
        @Nullable Long daysLeft,
        UUID responsibleId,
        String responsibleName,
        @Nullable IdentityProof identity,
        @Nullable String answer,
        @Nullable LocalDate answeredOn,
        @Nullable String closedByName,
        @Nullable Instant closedAt,
        String recordedByName,
        Instant recordedAt,
        boolean own) {}
