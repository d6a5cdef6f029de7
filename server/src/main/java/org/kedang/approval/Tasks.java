package org.kedang.approval;

import org.kedang.approval.Task.State;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Taking a task in hand: it is open, it is the actor's or one he stands in for, and nobody else's
 * now.
 */
@Component
class Tasks {
    /** A task with all around it, which nobody else can touch until the transaction ends. */
    record Held(Request request, StepRow step, Signing signing, Task task) {}

    private final Requests requests;
    private final Steps steps;
    private final Deputies deputies;

    Tasks(Requests requests, Steps steps, Deputies deputies) {
        this.requests = requests;
        this.steps = steps;
        this.deputies = deputies;
    }

    /**
     * Takes an open task that the actor may decide.
     *
     * @throws Problem {@code task-already-decided}, {@code own-decision}, {@code not-found}
     */
    Held take(Actor by, UUID id) {
        Held held = lock(id);
        UUID person = held.task().person();
        if (!person.equals(by.id()) && !deputies.standInFor(by.id()).contains(person)) {
            throw Problem.notFound();
        }
        if (held.request().concerns(by.id())) {
            throw Problem.of(ApprovalProblem.OWN_DECISION);
        }
        if (held.task().state() != State.OPEN) {
            throw Problem.of(ApprovalProblem.TASK_DECIDED);
        }
        return held;
    }

    /** Codes of the types of requests that these tasks belong to, if the actor may decide them. */
    Set<String> typesOf(Actor by, List<UUID> ids) {
        Set<UUID> people = new HashSet<>(deputies.standInFor(by.id()));
        people.add(by.id());
        return steps.typesOf(ids, people);
    }

    /** The task with all around it, whoever asks. */
    Held lock(UUID id) {
        Request locked = requests.lockOfTask(id);
        Steps.Signed there = steps.ofTask(id).orElseThrow(Problem::notFound);
        Task task = there.signing().find(id).orElseThrow(Problem::notFound);
        return new Held(locked, there.step(), there.signing(), task);
    }
}
