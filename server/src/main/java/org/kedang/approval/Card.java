package org.kedang.approval;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.form.FormField;
import org.kedang.form.Label;
import org.kedang.storage.FormFile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A request with all there is to know for deciding it.
 *
 * @param customerId the customer that it is about, if it is about one
 * @param form what was asked for, as it was then
 * @param names of people, departments and files that values name, and of those chosen, by id
 * @param files all that were ever attached; values name those that count now
 * @param way what has been, in order, with what everybody said
 * @param ahead what is still to come, as it stands now
 * @param chosen whom the requester chose, by step
 * @param task the reader's own part, if he is asked now
 * @param returnTo steps to which it can be returned
 */
@Schema(name = "ApprovalCard")
public record Card(
        UUID id,
        String number,
        String type,
        Label typeName,
        String title,
        RequestState state,
        @Nullable UUID customerId,
        List<FormField> form,
        Map<String, Object> fields,
        Map<String, String> names,
        List<FormFile> files,
        List<FieldChange> changes,
        String reason,
        UUID requesterId,
        String requesterName,
        String departmentName,
        Instant submittedAt,
        @Nullable Instant closedAt,
        List<CardStep> way,
        List<CardAhead> ahead,
        List<String> copies,
        Map<String, List<UUID>> chosen,
        @Nullable UUID task,
        List<CardAhead> returnTo,
        CardActs may) {

    /** A step that the request has come to. */
    @Schema(name = "ApprovalCardStep")
    public record CardStep(
            String node,
            Label name,
            Mode mode,
            int share,
            Instant enteredAt,
            @Nullable Instant leftAt,
            StepRow.@Nullable StepOutcome outcome,
            @Nullable Instant dueAt,
            List<CardTask> tasks) {}

    /**
     * One person's part.
     *
     * @param decidedByName who decided, if somebody stood in
     * @param mayRemove whether the reader asked for it and can take that back
     */
    @Schema(name = "ApprovalCardTask")
    public record CardTask(
            UUID id,
            String personName,
            Task.Origin origin,
            Task.Voice voice,
            Task.State state,
            @Nullable String opinion,
            @Nullable Instant decidedAt,
            @Nullable String decidedByName,
            @Nullable Instant urgedAt,
            boolean mayRemove) {}

    /** A step to come. */
    @Schema(name = "ApprovalCardAhead")
    public record CardAhead(String node, Label name) {}

    /** What the reader may do with the whole request. */
    @Schema(name = "ApprovalCardActs")
    public record CardActs(
            boolean withdraw, boolean resubmit, boolean urge, boolean copy, boolean terminate) {}
}
