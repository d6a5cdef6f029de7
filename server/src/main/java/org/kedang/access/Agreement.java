package org.kedang.access;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A confidentiality agreement (保密协议) of an employee or an outside recipient.
 *
 * @param personId the employee; {@code null} for an outsider, who then has {@code recipient}
 * @param daysLeft days to the end of the term while it is valid
 * @param reminder 60, 30 or 7 when so few days are left, 0 once it has run out
 * @param scanName file name of the scan, if there is one
 */
public record Agreement(
        UUID id,
        @Nullable UUID personId,
        @Nullable String personName,
        @Nullable String recipient,
        @Nullable String organisation,
        String title,
        LocalDate signedOn,
        LocalDate validFrom,
        LocalDate validUntil,
        State state,
        @Nullable Integer daysLeft,
        @Nullable Integer reminder,
        @Nullable String scanName,
        @Nullable LocalDate endedOn,
        @Nullable String endReason,
        String recordedByName) {

    /** Where today lies in the term, and whether the scan that proves it is there. */
    public enum State {
        NO_SCAN,
        FUTURE,
        VALID,
        EXPIRED,
        ENDED
    }
}
