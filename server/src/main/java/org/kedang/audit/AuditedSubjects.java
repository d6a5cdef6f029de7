package org.kedang.audit;

import java.util.UUID;
import org.kedang.kernel.Actor;

/** Says who may see the events of a subject. Each module answers for its own subjects. */
public interface AuditedSubjects {
    /** Whether the subject is this module's and the actor may see it; {@code false} for others' subjects. */
    boolean mayRead(Actor actor, UUID subject);
}
