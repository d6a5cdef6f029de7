package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.ProcessTree.Step;
import org.kedang.approval.StepRow.StepOutcome;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Moves requests along their way: opens what comes next. */
@Component
class Moving {
    private final Steps steps;
    private final Engine engine;
    private final Routing routing;
    private final OpeningSteps opening;
    private final Ending ending;

    Moving(Steps steps, Engine engine, Routing routing, OpeningSteps opening, Ending ending) {
        this.steps = steps;
        this.engine = engine;
        this.routing = routing;
        this.opening = opening;
        this.ending = ending;
    }

    /** Opens the first steps of a request that stands nowhere yet, as {@link #advance}. */
    void begin(Request request, List<String> standing, Actor by) {
        go(request, standing, Set.of(), by, Set.of(), null);
    }

    /**
     * Opens the steps that the engine has come to, and goes on until somebody must decide.
     *
     * @param standing where the engine has it
     * @param agreed who agreed in the step before
     */
    void advance(
            Request request,
            List<String> standing,
            Actor by,
            Set<UUID> agreed,
            @Nullable String opinion) {
        go(request, standing, open(request, standing), by, agreed, opinion);
    }

    private void go(
            Request request,
            List<String> standing,
            Set<String> open,
            Actor by,
            Set<UUID> agreed,
            @Nullable String opinion) {
        List<String> at = standing;
        Set<String> known = open;
        while (!at.isEmpty()) {
            List<String> next = openAll(request, at, known, by, agreed);
            if (next == null) {
                return;
            }
            at = next;
            known = open(request, at);
        }
        ending.approve(request, by, opinion);
    }

    /** Which steps are open already; nobody asks where the engine stands at none. */
    private Set<String> open(Request request, List<String> standing) {
        return standing.isEmpty()
                ? Set.of()
                : steps.open(request.id()).stream().map(StepRow::node).collect(Collectors.toSet());
    }

    /** Opens what is new; where the engine goes if something was passed at once. */
    private @Nullable List<String> openAll(
            Request request, List<String> standing, Set<String> known, Actor by, Set<UUID> agreed) {
        List<String> next = null;
        for (String node : standing) {
            if (!known.contains(node)) {
                Step step = routing.tree(request).step(node).orElseThrow();
                boolean passed = opening.open(request, step, by, agreed);
                next = passed ? engine.pass(request.engine(), node) : next;
            }
        }
        return next;
    }

    /** What a decision in a step has brought about. */
    void settle(Request request, StepRow step, Signing after, Actor by, @Nullable String opinion) {
        switch (after.result()) {
            case UNDECIDED -> {}
            case APPROVED -> {
                steps.leave(step.id(), StepOutcome.APPROVED);
                List<String> next = engine.pass(request.engine(), step.node());
                Set<UUID> agreed = new HashSet<>();
                // who only advised has not decided yet
                after.tasks().stream()
                        .filter(t -> t.agreed() && t.voice() != Task.Voice.ADVISES)
                        .forEach(t -> agreed.add(t.person()));
                advance(request, next, by, agreed, opinion);
            }
            case REJECTED -> {
                steps.leave(step.id(), StepOutcome.REJECTED);
                ending.end(request, Outcome.REJECTED, by, opinion);
            }
        }
    }

    /**
     * Goes back to a step that has been passed.
     *
     * @throws Problem {@code step-not-before}
     */
    void goBack(Request request, String node, Actor by) {
        boolean passed =
                steps.ofRequest(request.id()).stream()
                        .anyMatch(
                                step ->
                                        step.node().equals(node)
                                                && step.outcome() == StepOutcome.APPROVED);
        if (!passed || routing.tree(request).isBeside(node)) {
            throw Problem.of(ApprovalProblem.STEP_NOT_BEFORE);
        }
        steps.leaveAll(request.id(), StepOutcome.RETURNED);
        engine.jump(request.engine(), node);
        advance(request, engine.standing(request.engine()), by, Set.of(), null);
    }

    static Entry about(Actor by, ApprovalAct act, Request request) {
        Entry entry =
                Entry.of(by, act)
                        .subject("approval", request.id(), request.number() + " " + request.title())
                        .request(request.id());
        Subject subject = request.subject();
        return subject == null ? entry : entry.within(subject.id());
    }
}
