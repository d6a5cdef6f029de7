package org.kedang.approval;

import org.kedang.audit.Audit;
import org.kedang.identity.Directory;
import org.kedang.identity.Holders;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What people do around a request that runs: urge, let others know, and, in need, stop it. */
@Service
public class Following {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Requests requests;
    private final Steps steps;
    private final Moving moving;
    private final Cards cards;
    private final Holders holders;
    private final Directory directory;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Following(
            Requests requests,
            Steps steps,
            Moving moving,
            Cards cards,
            Holders holders,
            Directory directory,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.requests = requests;
        this.steps = steps;
        this.moving = moving;
        this.cards = cards;
        this.holders = holders;
        this.directory = directory;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Urges those who have not decided (催办), at most once an hour.
     *
     * @throws Problem {@code urged-lately}, {@code request-closed}, {@code not-found}
     */
    @Transactional
    public void urge(Actor by, UUID id) {
        Request request = requests.lock(id);
        if (!request.requester().equals(by.id())) {
            throw Problem.notFound();
        }
        request.requireOpen();
        if (steps.urge(id, clock.instant().minus(PATIENCE)) == 0) {
            throw Problem.of(ApprovalProblem.URGED_LATELY);
        }
        audit.record(Moving.about(by, ApprovalAct.URGED, request));
    }

    /**
     * Lets people see the request (抄送); they decide nothing.
     *
     * @throws Problem {@code signer-unfit}, {@code not-found}
     */
    @Transactional
    public void copy(Actor by, UUID id, List<UUID> people) {
        Request request = requests.lock(id);
        if (!request.requester().equals(by.id()) && !cards.isAsked(by, id)) {
            throw Problem.notFound();
        }
        if (!people.stream().allMatch(holders::isActive)) {
            throw Problem.of(ApprovalProblem.SIGNER_UNFIT);
        }
        for (UUID person : people) {
            if (copied(by, id, person)) {
                audit.record(
                        Moving.about(by, ApprovalAct.COPIED, request)
                                .change("copy", null, directory.personName(person)));
            }
        }
    }

    private boolean copied(Actor by, UUID id, UUID person) {
        return jdbc.sql(
                                """
                                insert into approval_copy (request_id, person_id, copied_by, copied_at)
                                values (:request, :person, :by, :now) on conflict do nothing
                                """)
                        .param("request", id)
                        .param("person", person)
                        .param("by", by.id())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /**
     * Stops a request that cannot go on, as an administrator.
     *
     * @throws Problem {@code request-closed}, {@code own-decision}, {@code not-found}
     */
    @Transactional
    public void terminate(Actor by, UUID id, String reason) {
        Request request = requests.lock(id);
        if (request.concerns(by.id())) {
            throw Problem.of(ApprovalProblem.OWN_DECISION);
        }
        if (request.closedAt() != null) {
            throw Problem.of(ApprovalProblem.REQUEST_CLOSED);
        }
        moving.end(request, Outcome.TERMINATED, by, reason);
    }
}
