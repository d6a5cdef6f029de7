package org.kedang.approval;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.form.Label;

import java.time.Instant;
import java.util.UUID;

/**
 * A request as a line of a list.
 *
 * @param at when it came here: asked, decided, submitted, copied
 * @param taskId the part that is to be done or was done
 * @param step where that part stands
 * @param forName for whom one stands in
 * @param decision what was decided: APPROVED, REJECTED, RETURNED
 * @param urged whether somebody is waiting for it
 * @param mayBatch whether several of this type may be agreed to at once
 */
@Schema(name = "ApprovalLine")
public record InboxLine(
        UUID id,
        String number,
        String type,
        Label typeName,
        String title,
        RequestState state,
        String requesterName,
        String departmentName,
        Instant submittedAt,
        Instant at,
        @Nullable UUID taskId,
        @Nullable Label step,
        @Nullable Instant dueAt,
        @Nullable String forName,
        @Nullable String decision,
        boolean urged,
        boolean mayBatch) {}
