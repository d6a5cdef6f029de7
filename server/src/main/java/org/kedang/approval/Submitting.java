package org.kedang.approval;

import org.kedang.approval.ProcessTree.Step;
import org.kedang.audit.Audit;
import org.kedang.calendar.WorkingCalendar;
import org.kedang.form.CheckingForms;
import org.kedang.form.FormField;
import org.kedang.form.Forms;
import org.kedang.identity.Directory;
import org.kedang.identity.Holders;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Submitting requests, and what requesters do with their own. */
@Service
public class Submitting {
    private final RequestTypes types;
    private final Forms forms;
    private final CheckingForms checking;
    private final Processes processes;
    private final Requests requests;
    private final Moving moving;
    private final Holders holders;
    private final Directory directory;
    private final Audit audit;
    private final Clock clock;

    Submitting(
            RequestTypes types,
            Forms forms,
            CheckingForms checking,
            Processes processes,
            Requests requests,
            Moving moving,
            Holders holders,
            Directory directory,
            Audit audit,
            Clock clock) {
        this.types = types;
        this.forms = forms;
        this.checking = checking;
        this.processes = processes;
        this.requests = requests;
        this.moving = moving;
        this.holders = holders;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Submits a request; whoever decides first has it in the inbox when this transaction ends. A
     * process without a step that applies takes effect at once.
     *
     * @throws Problem {@code not-permitted}, {@code invalid-input}, {@code nobody-decides}, and
     *     what the type refuses
     */
    @Transactional
    public UUID submit(Actor by, NewRequest asked) {
        RequestType type = types.get(asked.type());
        requireMay(by, type);
        Submission submission = checked(by, type, asked);
        Process process = processes.active(type);
        requireChosen(by, processes.tree(process), asked);
        Instant now = clock.instant();
        Request request =
                request(
                        Ids.next(),
                        requests.nextNumber(now.atZone(WorkingCalendar.ZONE).getYear()),
                        type,
                        process.id(),
                        submission,
                        asked,
                        now);
        Request running = request.running(moving.begin(request, type.facts(submission)));
        requests.add(running);
        audit.record(Moving.about(by, ApprovalAct.SUBMITTED, running).reason(submission.reason()));
        moving.advance(running, by, Set.of(), null);
        return running.id();
    }

    /**
     * Submits a returned request again, mended; it goes its whole way anew, by the same version of
     * the process.
     *
     * @throws Problem {@code request-closed}, {@code not-found}, and as {@link #submit}
     */
    @Transactional
    public void resubmit(Actor by, UUID id, NewRequest asked) {
        Request old = own(by, id);
        if (old.state() != RequestState.RETURNED) {
            throw Problem.of(ApprovalProblem.REQUEST_CLOSED);
        }
        RequestType type = types.get(old.type());
        Submission submission = checked(by, type, asked);
        requireChosen(by, processes.tree(processes.get(old.process())), asked);
        Request request =
                request(id, old.number(), type, old.process(), submission, asked, clock.instant());
        Request running = request.running(moving.begin(request, type.facts(submission)));
        requests.rewrite(running);
        audit.record(
                Moving.about(by, ApprovalAct.RESUBMITTED, running).reason(submission.reason()));
        moving.advance(running, by, Set.of(), null);
    }

    /**
     * Takes back one's own request that is not settled.
     *
     * @throws Problem {@code request-closed}, {@code not-found}
     */
    @Transactional
    public void withdraw(Actor by, UUID id, String reason) {
        Request request = own(by, id);
        if (request.closedAt() != null) {
            throw Problem.of(ApprovalProblem.REQUEST_CLOSED);
        }
        moving.end(request, Outcome.WITHDRAWN, by, reason);
    }

    private Request own(Actor by, UUID id) {
        Request request = requests.lock(id);
        if (!request.requester().equals(by.id())) {
            throw Problem.notFound();
        }
        return request;
    }

    private void requireMay(Actor by, RequestType type) {
        if (!types.maySubmit(by, type)) {
            throw Problem.of(KernelProblem.NOT_PERMITTED);
        }
    }

    private Submission checked(Actor by, RequestType type, NewRequest asked) {
        checking.check(type.form(), asked.fields(), "fields");
        requireKnown(type, asked);
        Submission submission = new Submission(by, asked.fields(), asked.reason().strip());
        type.check(submission);
        return submission;
    }

    /** People and departments that a form names must be there. */
    private void requireKnown(RequestType type, NewRequest asked) {
        for (FormField field : type.form().fields()) {
            UUID id = names(field) ? asked.fields().id(field.name()) : null;
            if (id != null && !isKnown(field, id)) {
                throw Problem.invalid(
                        "fields." + field.name(),
                        "unknown",
                        "找不到所选的人员或部门。",
                        "There is no such person or department.");
            }
        }
    }

    private static boolean names(FormField field) {
        return field.kind() == FormField.Kind.PERSON || field.kind() == FormField.Kind.DEPARTMENT;
    }

    private boolean isKnown(FormField field, UUID id) {
        String name =
                field.kind() == FormField.Kind.PERSON
                        ? directory.personName(id)
                        : directory.departmentName(id);
        return !name.isEmpty();
    }

    private void requireChosen(Actor by, ProcessTree tree, NewRequest asked) {
        for (Step step : tree.steps()) {
            List<UUID> people = asked.chosen().getOrDefault(step.id(), List.of());
            boolean choosing = step.approvers().contains(new Approver.Chosen());
            boolean fit =
                    people.stream().noneMatch(by.id()::equals)
                            && people.stream().allMatch(holders::isActive);
            if (choosing && (people.isEmpty() || !fit)) {
                throw Problem.invalid(
                        "chosen." + step.id(),
                        "approver-needed",
                        "请为“%s”选择审批人，不能选自己。".formatted(step.name().zh()),
                        "Choose who decides \"%s\", somebody other than yourself."
                                .formatted(step.name().en()));
            }
        }
    }

    private Request request(
            UUID id,
            String number,
            RequestType type,
            UUID process,
            Submission asked,
            NewRequest raw,
            Instant now) {
        Subject subject = type.subject(asked);
        String title =
                subject == null ? type.name().zh() : type.name().zh() + "：" + subject.title();
        return new Request(
                id,
                number,
                type.code(),
                forms.keep(type.code(), type.form()),
                process,
                RequestState.OPEN,
                title,
                asked.fields(),
                raw.chosen(),
                type.changes(asked),
                asked.reason(),
                subject,
                asked.by().id(),
                asked.by().departmentId(),
                asked.by().address(),
                now,
                null,
                null);
    }
}
