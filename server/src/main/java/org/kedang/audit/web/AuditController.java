package org.kedang.audit.web;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.AuditTrail;
import org.kedang.audit.AuditTrail.AuditEvent;
import org.kedang.audit.AuditedSubjects;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

@RestController
class AuditController {
    private final AuditTrail trail;
    private final List<AuditedSubjects> subjects;

    AuditController(AuditTrail trail, List<AuditedSubjects> subjects) {
        this.trail = trail;
        this.subjects = subjects;
    }

    /**
     * Events of one subject for whoever may see it; of everything for auditors, without contents.
     */
    @SignedIn
    @GetMapping("/api/audit/events")
    Listing<AuditEvent> listEvents(
            @RequestParam(required = false) @Nullable UUID subject,
            @RequestParam(required = false) @Nullable UUID actorId,
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Paging paging,
            Actor actor) {
        boolean sees =
                subject != null && subjects.stream().anyMatch(s -> s.mayRead(actor, subject));
        if (!sees && !actor.may(Permission.AUDIT_READ)) {
            throw subject == null ? Problem.of(KernelProblem.NOT_PERMITTED) : Problem.notFound();
        }
        Listing<AuditEvent> events =
                trail.list(new AuditTrail.Question(subject, actorId, act, from, to), paging);
        return mapped(events, sees ? event -> shown(actor, event) : AuditEvent::withoutValues);
    }

    private AuditEvent shown(Actor actor, AuditEvent event) {
        AuditEvent shown = event;
        for (AuditedSubjects one : subjects) {
            shown = one.shown(actor, shown);
        }
        return shown;
    }

    private static Listing<AuditEvent> mapped(
            Listing<AuditEvent> events, UnaryOperator<AuditEvent> form) {
        return events.with(events.items().stream().map(form).toList());
    }
}
