package org.kedang.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A report that the security officer signed; it stays as it was signed (GB/T 39784-2021, table 4,
 * items 9 and 10).
 *
 * @param inspected what was inspected, empty for a report on administrators alone
 */
public record AdministratorReport(
        UUID id,
        Kind kind,
        LocalDate first,
        LocalDate last,
        String signedByName,
        Instant signedAt,
        String conclusion,
        AdministratorFigures figures,
        List<Inspected> inspected) {

    /** What a report is about. */
    public enum Kind {
        /** The deeds of system and network administrators. */
        OVERSIGHT,
        /** A routine inspection, with the same figures. */
        INSPECTION
    }

    /** What a routine inspection looks at. */
    public enum Point {
        RIGHTS,
        ACCOUNTS,
        AGREEMENTS,
        LOG,
        BACKUP,
        VULNERABILITIES,
        VIRUSES,
        ROOMS
    }

    /** What was seen. */
    public enum Outcome {
        SOUND,
        WANTING,
        NOT_INSPECTED
    }

    public record Inspected(Point point, Outcome outcome, String note) {}
}
