package org.kedang.certificate;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A certificate with the customer it belongs to.
 *
 * @param number as the reader may see it: that of an identity document may be masked or absent
 * @param numberMasked whether {@code number} is a masked form
 * @param daysLeft days to the last day; negative once it has passed
 * @param scanName file name of the scan, if there is one
 * @param replaces the certificate in whose place this one was issued
 */
@Schema(name = "Certificate")
public record CertificateView(
        UUID id,
        long version,
        UUID customerId,
        String customerNumber,
        String customerName,
        String ownerName,
        String departmentName,
        CertificateKind kind,
        @Nullable String name,
        @Nullable String number,
        boolean numberMasked,
        @Nullable String issuer,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        boolean longTerm,
        @Nullable Integer daysLeft,
        CertificateState state,
        @Nullable LocalDate reviewDue,
        @Nullable LocalDate reviewedOn,
        @Nullable String scanName,
        @Nullable UUID replaces,
        @Nullable LocalDate voidedOn,
        @Nullable String voidReason,
        @Nullable String note,
        Instant updatedAt,
        String updatedByName) {}
