package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;

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
        UUID salt) {
    private static final UUID UNSALTED = new UUID(0, 0);

    /** An event on its way; the database draws its salt. */
    static LoggedEvent of(StampedEntry stamped) {
        Entry entry = stamped.entry();
        Actor actor = entry.actor;
        return new LoggedEvent(
                stamped.id(),
                stamped.at(),
                actor.id(),
                BinaryCopy.storable(actor.userName()),
                BinaryCopy.storable(actor.name()),
                storable(actor.post()),
                actor.roles(),
                storable(actor.address()),
                storable(actor.connection().device()),
                storable(actor.session()),
                entry.act.slug(),
                entry.act.actClass(),
                entry.refused ? "REFUSED" : "DONE",
                entry.subjectType,
                entry.subjectId,
                storable(entry.subjectTitle),
                entry.parentId,
                entry.customerId,
                storable(entry.reason),
                entry.requestId,
                List.copyOf(entry.changes),
                UNSALTED);
    }

    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : BinaryCopy.storable(text);
    }

    LoggedEvent salted(UUID drawn) {
        return new LoggedEvent(
                id,
                at,
                actorId,
                actorUserName,
                actorName,
                post,
                roles,
                address,
                device,
                session,
                act,
                actClass,
                result,
                subjectType,
                subjectId,
                subjectTitle,
                parentId,
                customerId,
                reason,
                requestId,
                changes,
                drawn);
    }
}
