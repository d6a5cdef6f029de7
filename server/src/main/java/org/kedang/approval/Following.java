package org.kedang.approval;

import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** What people do with a request that runs: urge, take back, and, in need, stop it. */
@Service
public class Following {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Requests requests;
    private final Steps steps;
    private final Ending ending;
    private final TellingOfRequests telling;
    private final Deeds deeds;
    private final Clock clock;

    Following(
            Requests requests,
            Steps steps,
            Ending ending,
            TellingOfRequests telling,
            Deeds deeds,
            Clock clock) {
        this.requests = requests;
        this.steps = steps;
        this.ending = ending;
        this.telling = telling;
        this.deeds = deeds;
        this.clock = clock;
    }

    /**
     * Urges those who have not decided (催办), at most once an hour.
     *
     * @throws Problem {@code urged-lately}, {@code request-closed}, {@code not-found}
     */
    @Transactional
    public void urge(Actor by, UUID id) {
        Request request = requests.lockOwn(by, id);
        request.requireOpen();
        if (steps.urge(id, clock.instant().minus(PATIENCE)) == 0) {
            throw Problem.of(ApprovalProblem.URGED_LATELY);
        }
        deeds.record(Moving.about(by, ApprovalAct.URGED, request));
        telling.urged(request, steps.waitingFor(id));
    }

    /**
     * Takes back one's own request that is not settled.
     *
     * @throws Problem {@code request-closed}, {@code not-found}
     */
    @Transactional
    public void withdraw(Actor by, UUID id, String reason) {
        Request request = requests.lockOwn(by, id);
        if (request.closedAt() != null) {
            throw Problem.of(ApprovalProblem.REQUEST_CLOSED);
        }
        ending.end(request, Outcome.WITHDRAWN, by, reason);
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
        ending.end(request, Outcome.TERMINATED, by, reason);
    }
}
