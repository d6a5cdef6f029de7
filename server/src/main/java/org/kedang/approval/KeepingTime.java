package org.kedang.approval;

import org.kedang.approval.Alarms.Alarm;
import org.kedang.kernel.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Optional;

/**
 * Does what clocks demand. Each alarm is one transaction with all it does: it fires once however
 * many nodes look, and a killed node's alarm is taken up by the next.
 */
@Service
class KeepingTime {
    private static final String OVER = "时限已过，系统自动结束";

    private final Alarms alarms;
    private final Requests requests;
    private final Steps steps;
    private final Ending ending;
    private final Escalating escalating;
    private final TellingOfRequests telling;
    private final Deeds deeds;
    private final TransactionTemplate transaction;

    KeepingTime(
            Alarms alarms,
            Requests requests,
            Steps steps,
            Ending ending,
            Escalating escalating,
            TellingOfRequests telling,
            Deeds deeds,
            TransactionTemplate transaction) {
        this.alarms = alarms;
        this.requests = requests;
        this.steps = steps;
        this.ending = ending;
        this.escalating = escalating;
        this.telling = telling;
        this.deeds = deeds;
        this.transaction = transaction;
    }

    /** Fires all that is due and that nobody else is firing. */
    void catchUp() {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = Boolean.TRUE.equals(transaction.execute(status -> fireNext()));
        }
    }

    private boolean fireNext() {
        Optional<Alarm> next = alarms.takeNext();
        next.ifPresent(
                alarm -> {
                    alarms.fired(alarm.id());
                    fire(alarm);
                });
        return next.isPresent();
    }

    private void fire(Alarm alarm) {
        Request request = requests.lock(alarm.requestId());
        StepRow step = steps.find(alarm.stepId()).orElseThrow();
        if (step.leftAt() != null) {
            return;
        }
        switch (alarm.kind()) {
            case REMIND -> {
                steps.remind(step.id());
                tell(request, step, ApprovalAct.REMINDED, ApprovalNotice.REMINDED);
            }
            case DUE -> tell(request, step, ApprovalAct.OVERDUE, ApprovalNotice.OVERDUE);
            case ESCALATE -> {
                tell(request, step, ApprovalAct.ESCALATED, ApprovalNotice.ESCALATED);
                escalating.escalate(request, step);
            }
            case EXPIRE -> ending.end(request, Outcome.EXPIRED, Actor.SYSTEM, OVER);
        }
    }

    /** Tells those who have not decided, before somebody else is asked. */
    private void tell(Request request, StepRow step, ApprovalAct act, ApprovalNotice kind) {
        deeds.record(
                Moving.about(Actor.SYSTEM, act, request).change("step", null, step.name().zh()));
        telling.timed(request, step.id(), kind, steps.signing(step).waitedFor());
    }
}
