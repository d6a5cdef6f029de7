package org.kedang.approval;

import org.kedang.approval.Alarms.Alarm;
import org.kedang.approval.Task.State;
import org.kedang.audit.Audit;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

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
    private final Moving moving;
    private final FindingApprovers finding;
    private final Directory directory;
    private final Audit audit;
    private final TransactionTemplate transaction;

    KeepingTime(
            Alarms alarms,
            Requests requests,
            Steps steps,
            Moving moving,
            FindingApprovers finding,
            Directory directory,
            Audit audit,
            TransactionTemplate transaction) {
        this.alarms = alarms;
        this.requests = requests;
        this.steps = steps;
        this.moving = moving;
        this.finding = finding;
        this.directory = directory;
        this.audit = audit;
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
                tell(request, step, ApprovalAct.REMINDED);
            }
            case DUE -> tell(request, step, ApprovalAct.OVERDUE);
            case ESCALATE -> escalate(request, step);
            case EXPIRE -> moving.end(request, Outcome.EXPIRED, Actor.SYSTEM, OVER);
        }
    }

    private void tell(Request request, StepRow step, ApprovalAct act) {
        audit.record(
                Moving.about(Actor.SYSTEM, act, request).change("step", null, step.name().zh()));
    }

    /** What is open goes to the head above whoever has it; where there is none, it stays. */
    private void escalate(Request request, StepRow step) {
        Signing before = steps.signing(step);
        Signing after = before;
        for (Task task : before.tasks()) {
            if (task.state() == State.OPEN) {
                Set<UUID> there = new HashSet<>();
                after.tasks().forEach(one -> there.add(one.person()));
                UUID department = directory.person(task.person()).departmentId();
                Optional<UUID> head = finding.above(department, request, there);
                if (head.isPresent()) {
                    after = after.transfer(task.id(), Ids.next(), head.get());
                }
            }
        }
        steps.keep(step, before, after, Actor.SYSTEM);
        tell(request, step, ApprovalAct.ESCALATED);
    }
}
