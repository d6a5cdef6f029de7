package org.kedang.audit.web;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.ActClass;
import org.kedang.audit.Audit;
import org.kedang.audit.AuditAct;
import org.kedang.audit.AuditTrail;
import org.kedang.audit.AuditTrail.AuditEvent;
import org.kedang.audit.AuditedSubjects;
import org.kedang.audit.DeclaredActs;
import org.kedang.audit.Entry;
import org.kedang.audit.WatchedTrail;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Listing;
import org.kedang.kernel.Paging;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SignedIn;
import org.kedang.kernel.SqlPredicate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

@RestController
class AuditController {
    /** Who was refused a thing is for those who watch, not for those who may see the thing. */
    private static final SqlPredicate WITHOUT_ATTEMPTS =
            new SqlPredicate("e.act not like 'access.%'", Map.of());

    /**
     * A kind of deed.
     *
     * @param module the first part of its name, by which questions narrow
     */
    @Schema(name = "Act")
    record ActWords(String act, String module, String zh, String en, ActClass actClass) {}

    record ActList(List<ActWords> items) {}

    private final AuditTrail trail;
    private final WatchedTrail watched;
    private final List<AuditedSubjects> subjects;
    private final DeclaredActs acts;
    private final Audit audit;

    AuditController(
            AuditTrail trail,
            WatchedTrail watched,
            List<AuditedSubjects> subjects,
            DeclaredActs acts,
            Audit audit) {
        this.trail = trail;
        this.watched = watched;
        this.subjects = subjects;
        this.acts = acts;
        this.audit = audit;
    }

    /** All kinds of deeds that can be in the log, those of one module together. */
    @SignedIn
    @GetMapping("/api/audit/acts")
    ActList listActs() {
        return new ActList(
                acts.all().stream()
                        .map(
                                act ->
                                        new ActWords(
                                                act.slug(),
                                                act.slug().substring(0, act.slug().indexOf('.')),
                                                act.zh(),
                                                act.en(),
                                                act.actClass()))
                        .toList());
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
            @RequestParam(required = false) @Nullable String module,
            @RequestParam(required = false) @Nullable ActClass actClass,
            @RequestParam(required = false) AuditTrail.@Nullable Result result,
            @RequestParam(required = false) @Nullable String address,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            Paging paging,
            Actor actor) {
        boolean sees =
                subject != null && subjects.stream().anyMatch(s -> s.mayRead(actor, subject));
        if (!sees && !actor.may(Permission.AUDIT_READ)) {
            throw subject == null ? Problem.of(KernelProblem.NOT_PERMITTED) : Problem.notFound();
        }
        AuditTrail.Question question =
                new AuditTrail.Question(
                        subject, actorId, act, module, actClass, result, address, role, from,
                        until);
        return sees
                ? mapped(
                        trail.list(question, visible(actor).and(WITHOUT_ATTEMPTS), paging),
                        event -> shown(actor, event))
                : watched(actor, question, paging);
    }

    /** Who watches is watched: each page of others' deeds is itself in the log. */
    private Listing<AuditEvent> watched(Actor actor, AuditTrail.Question question, Paging paging) {
        Listing<AuditEvent> events = watched.list(actor, question, SqlPredicate.TRUE, paging);
        audit.recordRead(Entry.of(actor, AuditAct.LOG_READ).reason(question.words()));
        return events;
    }

    private AuditEvent shown(Actor actor, AuditEvent event) {
        AuditEvent shown = event;
        for (AuditedSubjects one : subjects) {
            shown = one.shown(actor, shown);
        }
        return shown;
    }

    /** A customer's events name what is held about the customer, some of it more secret. */
    private SqlPredicate visible(Actor actor) {
        Map<String, SqlPredicate> contents = new HashMap<>();
        subjects.forEach(some -> contents.putAll(some.visible(actor)));
        SqlPredicate others =
                contents.isEmpty()
                        ? SqlPredicate.TRUE
                        : SqlPredicate.of(
                                "coalesce(e.subject_type, '') not in (:contents)",
                                "contents",
                                contents.keySet());
        return contents.entrySet().stream()
                .map(
                        kind ->
                                SqlPredicate.of(
                                                "e.subject_type = :" + kind.getKey() + "Kind",
                                                kind.getKey() + "Kind",
                                                kind.getKey())
                                        .and(kind.getValue()))
                .reduce(others, SqlPredicate::or);
    }

    private static Listing<AuditEvent> mapped(
            Listing<AuditEvent> events, UnaryOperator<AuditEvent> form) {
        return events.with(events.items().stream().map(form).toList());
    }
}
