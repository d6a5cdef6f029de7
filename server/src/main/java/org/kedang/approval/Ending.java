package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.StepRow.StepOutcome;
import org.kedang.kernel.Actor;
import org.springframework.stereotype.Component;

import java.time.Clock;

/** Ends requests: with their effect, without it, or for now. */
@Component
class Ending {
    private final Requests requests;
    private final Steps steps;
    private final RequestTypes types;
    private final Engine engine;
    private final TellingOfRequests telling;
    private final Deeds deeds;
    private final Clock clock;

    Ending(
            Requests requests,
            Steps steps,
            RequestTypes types,
            Engine engine,
            TellingOfRequests telling,
            Deeds deeds,
            Clock clock) {
        this.requests = requests;
        this.steps = steps;
        this.types = types;
        this.engine = engine;
        this.telling = telling;
        this.deeds = deeds;
        this.clock = clock;
    }

    /** It has come to the end of its way: the effect happens now. */
    void approve(Request request, Actor by, @Nullable String opinion) {
        requests.close(request.id(), Outcome.APPROVED, clock.instant());
        deeds.record(Moving.about(by, ApprovalAct.APPROVED, request).reason(opinion));
        telling.ended(request, ApprovalAct.APPROVED, by);
        types.get(request.type()).approved(request.decided(Outcome.APPROVED, by, opinion));
    }

    /** Ends the request before the end of its way. */
    void end(Request request, Outcome outcome, Actor by, @Nullable String opinion) {
        steps.leaveAll(request.id(), StepOutcome.STOPPED);
        if (request.instance() != null) {
            engine.stop(request.instance());
        }
        requests.close(request.id(), outcome, clock.instant());
        deeds.record(Moving.about(by, act(outcome), request).reason(opinion));
        telling.ended(request, act(outcome), by);
        types.get(request.type()).closed(request.decided(outcome, by, opinion));
    }

    private static ApprovalAct act(Outcome outcome) {
        return switch (outcome) {
            case APPROVED -> ApprovalAct.APPROVED;
            case REJECTED -> ApprovalAct.REJECTED;
            case WITHDRAWN -> ApprovalAct.WITHDRAWN;
            case EXPIRED -> ApprovalAct.EXPIRED;
            case TERMINATED -> ApprovalAct.TERMINATED;
        };
    }

    /** Gives it back to the requester. */
    void giveBack(Request request) {
        steps.leaveAll(request.id(), StepOutcome.RETURNED);
        engine.stop(request.engine());
        requests.giveBack(request.id());
        telling.returned(request);
    }
}
