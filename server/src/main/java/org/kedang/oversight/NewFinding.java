package org.kedang.oversight;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A finding to be written.
 *
 * @param responsible who must answer it
 */
public record NewFinding(
        AuditFinding.Severity severity,
        String finding,
        List<EventRef> events,
        UUID responsible,
        LocalDate dueOn) {}
