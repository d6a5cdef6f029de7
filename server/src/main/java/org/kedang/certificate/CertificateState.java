package org.kedang.certificate;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** How a certificate stands today. */
public enum CertificateState {
    /** Holds only from a later day. */
    FUTURE,
    VALID,
    /** Holds, and ends within the days of the first reminder. */
    EXPIRING,
    EXPIRED,
    /** Another one, issued for it, has taken its place. */
    REPLACED,
    VOID;

    /**
     * @param until last day; {@code null} for one that does not end
     * @param ahead days before the end in which it counts as ending
     */
    static CertificateState of(
            @Nullable LocalDate from, @Nullable LocalDate until, LocalDate today, int ahead) {
        if (until != null && until.isBefore(today)) {
            return EXPIRED;
        }
        if (from != null && from.isAfter(today)) {
            return FUTURE;
        }
        return until != null && !until.isAfter(today.plusDays(ahead)) ? EXPIRING : VALID;
    }
}
