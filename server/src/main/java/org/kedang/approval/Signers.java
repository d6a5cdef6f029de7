package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.Task.Origin;
import org.kedang.approval.Task.State;
import org.kedang.identity.Directory;
import org.kedang.identity.Holders;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

/** Asking somebody else: instead of oneself, before, afterwards, or only for an opinion. */
@Service
public class Signers {
    private final Tasks tasks;
    private final Steps steps;
    private final Moving moving;
    private final Holders holders;
    private final Directory directory;
    private final Deeds deeds;

    Signers(
            Tasks tasks,
            Steps steps,
            Moving moving,
            Holders holders,
            Directory directory,
            Deeds deeds) {
        this.tasks = tasks;
        this.steps = steps;
        this.moving = moving;
        this.holders = holders;
        this.directory = directory;
        this.deeds = deeds;
    }

    /**
     * Hands the task to another person, who decides instead (转办).
     *
     * @throws Problem {@code signer-unfit}, {@code signer-there}, and as {@link Deciding}
     */
    @Transactional
    public void transfer(Actor by, UUID task, UUID to, @Nullable String reason) {
        Tasks.Held held = fit(by, task, to);
        keep(by, held, held.signing().transfer(task, Ids.next(), to));
        record(by, ApprovalAct.TRANSFERRED, held, to, reason);
    }

    /**
     * Asks another person for an opinion first; the decision stays one's own (委派).
     *
     * @throws Problem as {@link #transfer}
     */
    @Transactional
    public void delegate(Actor by, UUID task, UUID to, @Nullable String reason) {
        Tasks.Held held = fit(by, task, to);
        keep(by, held, held.signing().delegate(task, Ids.next(), to));
        record(by, ApprovalAct.DELEGATED, held, to, reason);
    }

    /**
     * Adds somebody who must agree as well, before or after oneself (加签).
     *
     * @throws Problem as {@link #transfer}
     */
    @Transactional
    public void add(Actor by, UUID task, UUID who, boolean before, @Nullable String reason) {
        Tasks.Held held = fit(by, task, who);
        keep(
                by,
                held,
                before
                        ? held.signing().addBefore(task, Ids.next(), who)
                        : held.signing().addAfter(task, Ids.next(), who));
        record(by, ApprovalAct.SIGNER_ADDED, held, who, reason);
    }

    /**
     * Takes back a signer or an opinion that one asked for and that is not given yet (减签).
     *
     * @throws Problem {@code task-already-decided}, {@code not-found}
     */
    @Transactional
    public void remove(Actor by, UUID task) {
        Tasks.Held held = tasks.lock(task);
        boolean asked =
                held.task().origin() == Origin.ADDED || held.task().origin() == Origin.DELEGATED;
        if (!asked || !steps.isMadeBy(task, by.id())) {
            throw Problem.notFound();
        }
        if (!held.task().isLeft()) {
            throw Problem.of(ApprovalProblem.TASK_DECIDED);
        }
        Signing after = held.signing().remove(task);
        keep(by, held, after);
        record(by, ApprovalAct.SIGNER_REMOVED, held, held.task().person(), null);
        moving.settle(held.request(), held.step(), after, by, null);
    }

    private Tasks.Held fit(Actor by, UUID task, UUID person) {
        Tasks.Held held = tasks.take(by, task);
        if (person.equals(by.id())
                || held.request().concerns(person)
                || !holders.isActive(person)) {
            throw Problem.of(ApprovalProblem.SIGNER_UNFIT);
        }
        boolean there =
                held.signing().tasks().stream()
                        .anyMatch(t -> t.person().equals(person) && t.state() != State.MOVED);
        if (there) {
            throw Problem.of(ApprovalProblem.SIGNER_THERE);
        }
        return held;
    }

    private void keep(Actor by, Tasks.Held held, Signing after) {
        steps.keep(held.request(), held.step(), held.signing(), after, by);
    }

    private void record(
            Actor by, ApprovalAct act, Tasks.Held held, UUID person, @Nullable String reason) {
        deeds.record(
                Moving.about(by, act, held.request())
                        .reason(reason)
                        .change(held.step().name().zh(), null, directory.personName(person)));
    }
}
