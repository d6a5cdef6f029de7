package org.kedang.audit;

import org.kedang.audit.AuditTrail.AuditEvent;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.SqlPredicate;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The log for those who watch others: every event, and nothing of what customers' papers say. Who
 * may ask is for the caller to check.
 */
@Component
public class WatchedTrail {
    private final AuditTrail trail;
    private final List<AuditedSubjects> subjects;

    WatchedTrail(AuditTrail trail, List<AuditedSubjects> subjects) {
        this.trail = trail;
        this.subjects = subjects;
    }

    /**
     * @param which a condition on the events {@code e}
     */
    public Listing<AuditEvent> list(
            Actor actor, AuditTrail.Question question, SqlPredicate which, Paging paging) {
        Set<String> contents = contents(actor);
        Listing<AuditEvent> events = trail.list(question, which, paging);
        return events.with(
                events.items().stream().map(event -> event.withoutValues(contents)).toList());
    }

    /** Kinds of subjects of which neither titles nor values are told. */
    Set<String> contents(Actor actor) {
        return subjects.stream()
                .flatMap(some -> some.visible(actor).keySet().stream())
                .collect(Collectors.toSet());
    }
}
