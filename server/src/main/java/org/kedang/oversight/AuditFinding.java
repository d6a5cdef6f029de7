package org.kedang.oversight;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What an auditor found.
 *
 * @param number within its round, from 1
 * @param events what it rests on
 * @param overdue whether it is not closed and its day has passed
 * @param mine whether the reader is responsible
 * @param steps what was said since, oldest first
 */
public record AuditFinding(
        UUID id,
        UUID roundId,
        LocalDate roundFirst,
        LocalDate roundLast,
        int number,
        Severity severity,
        String finding,
        List<EventRef> events,
        UUID responsibleId,
        String responsibleName,
        LocalDate dueOn,
        String writtenByName,
        Instant writtenAt,
        State state,
        boolean overdue,
        boolean mine,
        List<Step> steps) {

    /** How bad it is. */
    public enum Severity {
        LOW,
        MEDIUM,
        HIGH
    }

    /** How far it is. */
    public enum State {
        OPEN,
        ANSWERED,
        CLOSED
    }

    /** What somebody may say of a finding. */
    public enum StepKind {
        ANSWERED,
        RETURNED,
        CLOSED;

        State leadsTo() {
            return switch (this) {
                case ANSWERED -> State.ANSWERED;
                case RETURNED -> State.OPEN;
                case CLOSED -> State.CLOSED;
            };
        }
    }

    @Schema(name = "FindingStep")
    public record Step(StepKind step, String words, String byName, Instant at) {}

    static State stateAfter(List<Step> steps) {
        @Nullable Step last = steps.isEmpty() ? null : steps.getLast();
        return last == null ? State.OPEN : last.step().leadsTo();
    }
}
