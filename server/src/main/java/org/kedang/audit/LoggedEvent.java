package org.kedang.audit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An event as it is kept, whole; what is sealed is its {@link EventLine}.
 *
 * @param at to the microsecond
 * @param post department and position in force, in words
 * @param roles codes of the roles in force
 * @param result {@code DONE} or {@code REFUSED}
 * @param requestId the request or later approval that allowed it
 * @param salt makes the hash of title and changes impossible to guess; never shown without them
 */
public record LoggedEvent(
        UUID id,
        Instant at,
        UUID actorId,
        String actorUserName,
        String actorName,
        @Nullable String post,
        List<String> roles,
        @Nullable String address,
        @Nullable String device,
        @Nullable String session,
        String act,
        ActClass actClass,
        String result,
        @Nullable String subjectType,
        @Nullable UUID subjectId,
        @Nullable String subjectTitle,
        @Nullable UUID parentId,
        @Nullable UUID customerId,
        @Nullable String reason,
        @Nullable UUID requestId,
        List<Change> changes,
        UUID salt) {}
