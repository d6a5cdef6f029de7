package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.ProcessTree.Branch;
import org.kedang.approval.ProcessTree.Step;
import org.kedang.approval.Signing.Result;
import org.kedang.approval.StepRow.StepOutcome;
import org.kedang.approval.Task.Origin;
import org.kedang.approval.Task.State;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.Directory;
import org.kedang.identity.Holders;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Moves requests along their way: opens what comes next, and ends what has come to its end. */
@Component
class Moving {
    private final Requests requests;
    private final Steps steps;
    private final Processes processes;
    private final RequestTypes types;
    private final Engine engine;
    private final FindingApprovers finding;
    private final Alarms alarms;
    private final Holders holders;
    private final Directory directory;
    private final Audit audit;
    private final Clock clock;

    Moving(
            Requests requests,
            Steps steps,
            Processes processes,
            RequestTypes types,
            Engine engine,
            FindingApprovers finding,
            Alarms alarms,
            Holders holders,
            Directory directory,
            Audit audit,
            Clock clock) {
        this.requests = requests;
        this.steps = steps;
        this.processes = processes;
        this.types = types;
        this.engine = engine;
        this.finding = finding;
        this.alarms = alarms;
        this.holders = holders;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where the engine begins with a request whose fields are these. */
    String begin(Request request, Map<String, Object> told) {
        Process process = processes.get(request.process());
        Map<String, Object> facts = facts(request, told);
        Map<String, Integer> ways = new HashMap<>();
        for (Branch branch : processes.tree(process).branches()) {
            ways.put(Bpmn.variable(branch.id()), way(branch, facts));
        }
        return engine.begin(process.definition(), ways);
    }

    private Map<String, Object> facts(Request request, Map<String, Object> told) {
        Map<String, Object> facts = new HashMap<>(request.fields().all());
        facts.putAll(told);
        facts.put("requester.department", holders.departmentsAbove(request.department()));
        Subject subject = request.subject();
        if (subject != null && subject.department() != null) {
            facts.put("subject.department", holders.departmentsAbove(subject.department()));
        }
        return facts;
    }

    private static int way(Branch branch, Map<String, Object> facts) {
        for (int i = 0; i < branch.paths().size() - 1; i++) {
            Condition when = branch.paths().get(i).when();
            if (when != null && when.holds(facts)) {
                return i;
            }
        }
        return branch.paths().size() - 1;
    }

    /**
     * Opens the steps that the engine has come to, and goes on until somebody must decide.
     *
     * @param agreed who agreed in the step before
     */
    void advance(Request request, Actor by, Set<UUID> agreed, @Nullable String opinion) {
        String instance = request.engine();
        while (true) {
            List<String> standing = engine.standing(instance);
            if (standing.isEmpty()) {
                approve(request, by, opinion);
                return;
            }
            Set<String> known =
                    steps.open(request.id()).stream()
                            .map(StepRow::node)
                            .collect(Collectors.toSet());
            List<String> fresh = standing.stream().filter(one -> !known.contains(one)).toList();
            boolean passed = false;
            for (String node : fresh) {
                passed |= open(request, step(request, node), by, agreed);
            }
            if (!passed) {
                return;
            }
        }
    }

    private Step step(Request request, String node) {
        return tree(request).step(node).orElseThrow();
    }

    /** The whole way, by the version that the request keeps. */
    ProcessTree tree(Request request) {
        return processes.tree(processes.get(request.process()));
    }

    /** Whether the step was passed at once. */
    private boolean open(Request request, Step step, Actor by, Set<UUID> agreed) {
        List<UUID> named = finding.named(request, step);
        boolean guarded = named.isEmpty();
        List<UUID> people = guarded ? guardians(request, step, by) : named;
        Mode mode = guarded ? Mode.ANY : step.mode();
        Origin origin = guarded ? Origin.GUARDIAN : Origin.NAMED;
        StepRow row = row(request, step, mode);
        steps.add(row);
        Signing nothing = new Signing(mode, step.share(), List.of());
        Signing signing = Signing.begin(mode, step.share(), people, origin, agreed, Ids::next);
        steps.keep(row, nothing, signing, by);
        tellSkipped(request, row, signing, by);
        if (signing.result() == Result.APPROVED) {
            steps.leave(row.id(), StepOutcome.APPROVED);
            engine.pass(request.engine(), step.id());
            return true;
        }
        alarms.set(row, step.limits(), types.get(request.type()).mustBeDecided());
        return false;
    }

    private StepRow row(Request request, Step step, Mode mode) {
        return new StepRow(
                Ids.next(),
                request.id(),
                step.id(),
                step.name(),
                mode,
                step.share(),
                clock.instant(),
                null,
                null,
                alarms.due(step.limits()));
    }

    private List<UUID> guardians(Request request, Step step, Actor by) {
        List<UUID> guardians = finding.guardians(request);
        if (guardians.isEmpty()) {
            throw Problem.of(ApprovalProblem.NOBODY_DECIDES, step.name().zh());
        }
        audit.record(about(by, ApprovalAct.GUARDED, request).reason(step.name().zh()));
        return guardians;
    }

    private void tellSkipped(Request request, StepRow step, Signing signing, Actor by) {
        signing.tasks().stream()
                .filter(task -> task.state() == State.SKIPPED)
                .forEach(
                        task ->
                                audit.record(
                                        about(by, ApprovalAct.SKIPPED, request)
                                                .change(
                                                        step.name().zh(),
                                                        null,
                                                        directory.personName(task.person()))));
    }

    /** What a decision in a step has brought about. */
    void settle(Request request, StepRow step, Signing after, Actor by, @Nullable String opinion) {
        switch (after.result()) {
            case UNDECIDED -> {}
            case APPROVED -> {
                steps.leave(step.id(), StepOutcome.APPROVED);
                engine.pass(request.engine(), step.node());
                Set<UUID> agreed = new HashSet<>();
                after.tasks().stream().filter(Task::agreed).forEach(t -> agreed.add(t.person()));
                advance(request, by, agreed, opinion);
            }
            case REJECTED -> {
                steps.leave(step.id(), StepOutcome.REJECTED);
                end(request, Outcome.REJECTED, by, opinion);
            }
        }
    }

    private void approve(Request request, Actor by, @Nullable String opinion) {
        requests.close(request.id(), Outcome.APPROVED, clock.instant());
        audit.record(about(by, ApprovalAct.APPROVED, request).reason(opinion));
        types.get(request.type()).approved(request.decided(Outcome.APPROVED, by, opinion));
    }

    /** Ends the request before the end of its way. */
    void end(Request request, Outcome outcome, Actor by, @Nullable String opinion) {
        steps.leaveAll(request.id(), StepOutcome.STOPPED);
        if (request.instance() != null) {
            engine.stop(request.instance());
        }
        requests.close(request.id(), outcome, clock.instant());
        audit.record(about(by, act(outcome), request).reason(opinion));
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
    }

    /**
     * Goes back to a step that has been passed.
     *
     * @throws Problem {@code step-not-before}
     */
    void goBack(Request request, String node, Actor by) {
        Process process = processes.get(request.process());
        boolean passed =
                steps.ofRequest(request.id()).stream()
                        .anyMatch(
                                step ->
                                        step.node().equals(node)
                                                && step.outcome() == StepOutcome.APPROVED);
        if (!passed || processes.tree(process).isBeside(node)) {
            throw Problem.of(ApprovalProblem.STEP_NOT_BEFORE);
        }
        steps.leaveAll(request.id(), StepOutcome.RETURNED);
        engine.jump(request.engine(), node);
        advance(request, by, Set.of(), null);
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
