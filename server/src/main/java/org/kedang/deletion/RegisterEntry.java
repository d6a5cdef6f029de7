package org.kedang.deletion;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A line of the register of deletions (删除登记册). It never changes.
 *
 * @param digest the first characters of the digest of name and code, for telling lines apart
 * @param backupsUntil the last day on which a backup may still hold the customer
 */
@Schema(name = "DeletionEntry")
public record RegisterEntry(
        UUID id,
        String number,
        String customerNumber,
        String customerType,
        String digest,
        UUID requestId,
        String requestNumber,
        DeletionBasis basis,
        String reason,
        String requestedBy,
        List<String> approvedBy,
        Instant approvedAt,
        String executedBy,
        Instant executedAt,
        List<Erased> erased,
        LocalDate backupsUntil) {}
