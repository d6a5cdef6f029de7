package org.kedang.privacy;

import io.swagger.v3.oas.annotations.media.Schema;

import java.time.Instant;
import java.util.UUID;

/** One step of a case; it never changes. */
@Schema(name = "RightsCaseStep")
public record CaseStep(UUID id, Instant at, String byName, Kind kind, String text) {
    /** What was done. */
    @Schema(name = "RightsCaseStepKind")
    public enum Kind {
        RECEIVED,
        IDENTITY,
        RESPONSIBLE,
        NOTE,
        COPY,
        ANSWERED,
        REFUSED
    }
}
