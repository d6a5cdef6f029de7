package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.form.FormValues;
import org.kedang.kernel.Actor;

import java.util.UUID;

/**
 * The end of a request.
 *
 * @param number as people call it
 * @param requestedFrom network address of the requester then
 * @param by who decided last; {@link Actor#SYSTEM} if it was the clock
 */
public record Decision(
        UUID request,
        String number,
        Outcome outcome,
        UUID requester,
        @Nullable String requestedFrom,
        FormValues fields,
        String reason,
        Actor by,
        @Nullable String opinion) {}
