package org.kedang.approval;

import org.kedang.approval.Task.State;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.springframework.stereotype.Component;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Asks higher up where somebody does not decide in time. */
@Component
class Escalating {
    private final Steps steps;
    private final FindingApprovers finding;
    private final Directory directory;

    Escalating(Steps steps, FindingApprovers finding, Directory directory) {
        this.steps = steps;
        this.finding = finding;
        this.directory = directory;
    }

    /** What is open goes to the head above whoever has it; where there is none, it stays. */
    void escalate(Request request, StepRow step) {
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
        steps.keep(request, step, before, after, Actor.SYSTEM);
    }
}
