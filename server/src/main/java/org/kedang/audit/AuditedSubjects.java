package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.AuditTrail.AuditEvent;
import org.kedang.kernel.Actor;
import org.kedang.kernel.SqlPredicate;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Says who may see the events of a subject. Each module answers for its own subjects. */
public interface AuditedSubjects {
    /**
     * A thing that exists.
     *
     * @param parent what it is part of
     */
    record Subject(String type, UUID id, @Nullable UUID parent, UUID customer) {}

    /**
     * The thing of this module with this id, whoever asks: for keeping that somebody was refused
     * it, never for an answer.
     */
    Optional<Subject> find(UUID id);

    /**
     * Whether the subject is this module's and the actor may see it; {@code false} for others'
     * subjects.
     */
    boolean mayRead(Actor actor, UUID subject);

    /** The event with those of this module's values that the actor may see; others' as they are. */
    default AuditEvent shown(Actor actor, AuditEvent event) {
        return event;
    }

    /**
     * Each kind of subject that this module answers for, with the condition under which the actor
     * may see the events of such a subject; in it, {@code e.subject_id} is the subject.
     */
    Map<String, SqlPredicate> visible(Actor actor);
}
