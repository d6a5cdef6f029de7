package org.kedang.approval;

import org.kedang.approval.ProcessTree.Step;
import org.kedang.approval.Signing.Result;
import org.kedang.approval.StepRow.StepOutcome;
import org.kedang.approval.Task.Origin;
import org.kedang.approval.Task.State;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Opens steps: finds who must decide, asks them, and sets the clock. */
@Component
class OpeningSteps {
    private final Steps steps;
    private final RequestTypes types;
    private final FindingApprovers finding;
    private final Alarms alarms;
    private final Directory directory;
    private final Deeds deeds;
    private final Clock clock;

    OpeningSteps(
            Steps steps,
            RequestTypes types,
            FindingApprovers finding,
            Alarms alarms,
            Directory directory,
            Deeds deeds,
            Clock clock) {
        this.steps = steps;
        this.types = types;
        this.finding = finding;
        this.alarms = alarms;
        this.directory = directory;
        this.deeds = deeds;
        this.clock = clock;
    }

    /** Asks those who must decide; answers whether the step was passed at once. */
    boolean open(Request request, Step step, Actor by, Set<UUID> agreed) {
        List<UUID> named = finding.named(request, step);
        boolean guarded = named.isEmpty();
        List<UUID> people = guarded ? guardians(request, step, by) : named;
        Mode mode = guarded ? Mode.ANY : step.mode();
        Origin origin = guarded ? Origin.GUARDIAN : Origin.NAMED;
        StepRow row = row(request, step, mode);
        steps.add(row);
        Signing nothing = new Signing(mode, step.share(), List.of());
        Signing signing = Signing.begin(mode, step.share(), people, origin, agreed, Ids::next);
        steps.keep(request, row, nothing, signing, by);
        tellSkipped(request, row, signing, by);
        if (signing.result() == Result.APPROVED) {
            steps.leave(row.id(), StepOutcome.APPROVED);
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
        deeds.record(Moving.about(by, ApprovalAct.GUARDED, request).reason(step.name().zh()));
        return guardians;
    }

    private void tellSkipped(Request request, StepRow step, Signing signing, Actor by) {
        signing.tasks().stream()
                .filter(task -> task.state() == State.SKIPPED)
                .forEach(
                        task ->
                                deeds.record(
                                        Moving.about(by, ApprovalAct.SKIPPED, request)
                                                .change(
                                                        step.name().zh(),
                                                        null,
                                                        directory.personName(task.person()))));
    }
}
