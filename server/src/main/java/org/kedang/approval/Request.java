package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.form.FormValues;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A request as it is kept.
 *
 * @param process the version of the process it runs by, to its end
 * @param chosen people whom the requester chose, by step
 * @param instance where the engine has it while it is open
 */
record Request(
        UUID id,
        String number,
        String type,
        int formVersion,
        UUID process,
        RequestState state,
        String title,
        FormValues fields,
        Map<String, List<UUID>> chosen,
        List<FieldChange> changes,
        String reason,
        @Nullable Subject subject,
        UUID requester,
        UUID department,
        @Nullable String requestedFrom,
        Instant submittedAt,
        @Nullable Instant closedAt,
        @Nullable String instance) {

    Request running(String where) {
        return new Request(
                id,
                number,
                type,
                formVersion,
                process,
                RequestState.OPEN,
                title,
                fields,
                chosen,
                changes,
                reason,
                subject,
                requester,
                department,
                requestedFrom,
                submittedAt,
                null,
                where);
    }

    String engine() {
        return Objects.requireNonNull(instance, "not running");
    }

    /** Whether the person has a stake in it and must not decide. */
    boolean concerns(UUID person) {
        return requester.equals(person) || (subject != null && person.equals(subject.person()));
    }

    void requireOpen() {
        if (state != RequestState.OPEN) {
            throw Problem.of(ApprovalProblem.REQUEST_CLOSED);
        }
    }

    Decision decided(Outcome outcome, Actor by, @Nullable String opinion) {
        return new Decision(
                id, number, outcome, requester, requestedFrom, fields, reason, by, opinion);
    }
}
