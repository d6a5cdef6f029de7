package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.Task.State;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

/**
 * Deciding. The decision, where the request goes then, and the effect in the module concerned are
 * one transaction; of two people who decide at once one is told that it is settled.
 */
@Service
public class Deciding {
    private final Tasks tasks;
    private final Steps steps;
    private final Moving moving;
    private final Ending ending;
    private final Phrases phrases;
    private final ProvingDecisions proving;
    private final Deeds deeds;

    Deciding(
            Tasks tasks,
            Steps steps,
            Moving moving,
            Ending ending,
            Phrases phrases,
            ProvingDecisions proving,
            Deeds deeds) {
        this.tasks = tasks;
        this.steps = steps;
        this.moving = moving;
        this.ending = ending;
        this.phrases = phrases;
        this.proving = proving;
        this.deeds = deeds;
    }

    /**
     * Agrees.
     *
     * @throws Problem {@code task-already-decided}, {@code own-decision}, {@code not-found}, and
     *     what the effect refuses
     */
    @Transactional
    public void approve(Actor by, UUID task, @Nullable String opinion) {
        decide(by, tasks.take(by, task), State.APPROVED, opinion);
    }

    /**
     * Agrees as somebody at a screen, who for some types must have proved lately who he is.
     *
     * @throws Problem {@code step-up-required}, {@code not-by-token}, and as {@link #approve}
     */
    @Transactional
    public void approveProven(Actor by, UUID task, @Nullable String opinion) {
        Tasks.Held held = tasks.take(by, task);
        proving.require(held.request());
        decide(by, held, State.APPROVED, opinion);
    }

    /**
     * Disagrees.
     *
     * @throws Problem {@code task-already-decided}, {@code own-decision}, {@code not-found}
     */
    @Transactional
    public void reject(Actor by, UUID task, String opinion) {
        decide(by, tasks.take(by, task), State.REJECTED, opinion);
    }

    private void decide(Actor by, Tasks.Held held, State decision, @Nullable String opinion) {
        UUID id = held.task().id();
        Signing after = held.signing().decide(id, decision);
        steps.decide(id, decision, by, opinion);
        phrases.used(by, opinion);
        steps.keep(held.request(), held.step(), held.signing(), after, by);
        ApprovalAct act =
                decision == State.APPROVED ? ApprovalAct.TASK_APPROVED : ApprovalAct.TASK_REJECTED;
        deeds.record(
                Moving.about(by, act, held.request())
                        .reason(opinion)
                        .change("step", null, held.step().name().zh()));
        moving.settle(held.request(), held.step(), after, by, opinion);
    }

    /**
     * Returns the request to the requester, or to a step that it has passed.
     *
     * @param node id of the step; {@code null} is the requester
     * @throws Problem {@code task-already-decided}, {@code own-decision}, {@code step-not-before},
     *     {@code not-found}
     */
    @Transactional
    public void giveBack(Actor by, UUID id, @Nullable String node, String opinion) {
        Tasks.Held held = tasks.take(by, id);
        steps.decide(id, State.RETURNED, by, opinion);
        phrases.used(by, opinion);
        deeds.record(
                Moving.about(by, ApprovalAct.RETURNED, held.request())
                        .reason(opinion)
                        .change("step", held.step().node(), node));
        if (node == null) {
            ending.giveBack(held.request());
        } else {
            moving.goBack(held.request(), node, by);
        }
    }
}
