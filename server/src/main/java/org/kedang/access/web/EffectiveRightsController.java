package org.kedang.access.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.kedang.access.AccessAct;
import org.kedang.access.Agreements;
import org.kedang.access.ReviewLines;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.EffectiveRights;
import org.kedang.identity.ExplainingRights;
import org.kedang.identity.Granting;
import org.kedang.identity.ProbingAccess;
import org.kedang.kernel.Actor;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.PlainText;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.util.UUID;

@RestController
class EffectiveRightsController {
    record ProbeRequest(
            @NotNull(message = "required") EffectiveRights.OpenedLine.Type type,
            @PlainText(max = 100, required = true) String number) {}

    /** What of rights waits for the reader; {@code expiring} for the security officer. */
    record AccessWork(long toReview, long expiring) {}

    private final ExplainingRights explaining;
    private final ProbingAccess probing;
    private final ReviewLines lines;
    private final Agreements agreements;
    private final Granting granting;
    private final Audit audit;

    EffectiveRightsController(
            ExplainingRights explaining,
            ProbingAccess probing,
            ReviewLines lines,
            Agreements agreements,
            Granting granting,
            Audit audit) {
        this.explaining = explaining;
        this.probing = probing;
        this.lines = lines;
        this.agreements = agreements;
        this.granting = granting;
        this.audit = audit;
    }

    /** For the person itself, and for who grants to it or audits. */
    @SignedIn
    @GetMapping("/api/people/{id}/effective-rights")
    EffectiveRights explain(@PathVariable UUID id, Actor actor) {
        requireKnow(actor, id);
        EffectiveRights rights = explaining.explain(id, actor.id().equals(id));
        if (!actor.id().equals(id)) {
            audit.recordRead(
                    Entry.of(actor, AccessAct.RIGHTS_READ)
                            .subject("person", id, rights.personName()));
        }
        return rights;
    }

    /**
     * Whether the person may see the thing of this number. A no does not tell whether there is one,
     * unless the reader may see it.
     */
    @SignedIn
    @PostMapping("/api/people/{id}/effective-rights/probe")
    ProbingAccess.Probe probe(
            @PathVariable UUID id, @Valid @RequestBody ProbeRequest request, Actor actor) {
        requireKnow(actor, id);
        audit.recordRead(
                Entry.of(actor, AccessAct.RIGHTS_PROBED)
                        .subject("person", id, request.number().strip()));
        return probing.probe(actor, id, request.type(), request.number());
    }

    /** What of rights waits for the reader. */
    @SignedIn
    @GetMapping("/api/access-work")
    AccessWork work(Actor actor) {
        return new AccessWork(
                lines.countWaitingFor(actor),
                granting.isOfficer(actor) ? agreements.countExpiring() : 0);
    }

    private void requireKnow(Actor actor, UUID person) {
        if (!explaining.mayKnow(actor, person)) {
            throw Problem.of(KernelProblem.NOT_PERMITTED);
        }
    }
}
