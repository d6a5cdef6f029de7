package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.form.FormField;
import org.kedang.form.FormValues;
import org.kedang.form.Forms;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Ids;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Submitting requests, and what requesters do with their own. */
@Service
public class Submitting {
    private static final int LONGEST_TITLE = 60;

    /** What is submitted, as it is called. */
    public record Submitted(UUID id, String number, String title) {}

    private final RequestTypes types;
    private final Forms forms;
    private final CheckingRequests checking;
    private final Processes processes;
    private final Requests requests;
    private final AttachingFiles files;
    private final Routing routing;
    private final Moving moving;
    private final Deeds deeds;
    private final Clock clock;

    Submitting(
            RequestTypes types,
            Forms forms,
            CheckingRequests checking,
            Processes processes,
            Requests requests,
            AttachingFiles files,
            Routing routing,
            Moving moving,
            Deeds deeds,
            Clock clock) {
        this.types = types;
        this.forms = forms;
        this.checking = checking;
        this.processes = processes;
        this.requests = requests;
        this.files = files;
        this.routing = routing;
        this.moving = moving;
        this.deeds = deeds;
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
    public Submitted submit(Actor by, NewRequest asked) {
        RequestType type = types.get(asked.type());
        requireMay(by, type);
        Submission submission = checking.checked(by, type, asked);
        Process process = processes.active(type);
        checking.requireChosen(by, processes.tree(process), asked);
        Instant now = clock.instant();
        Request request =
                request(
                        Ids.next(),
                        requests.nextNumber(now.atZone(ChinaTime.ZONE).getYear()),
                        type,
                        process.id(),
                        submission,
                        asked,
                        now);
        Engine.Standing standing = routing.begin(request, type.facts(submission));
        Request running = request.running(standing.instance());
        requests.add(running);
        files.attach(type.form(), running);
        deeds.record(Moving.about(by, ApprovalAct.SUBMITTED, running).reason(submission.reason()));
        moving.begin(running, standing.steps(), by);
        return new Submitted(running.id(), running.number(), running.title());
    }

    /**
     * Submits a returned request again, mended; it goes its whole way anew, by the same version of
     * the process.
     *
     * @throws Problem {@code request-closed}, {@code not-found}, and as {@link #submit}
     */
    @Transactional
    public void resubmit(Actor by, UUID id, NewRequest asked) {
        Request old = requests.lockOwn(by, id);
        if (old.state() != RequestState.RETURNED) {
            throw Problem.of(ApprovalProblem.REQUEST_CLOSED);
        }
        RequestType type = types.get(old.type());
        Submission submission = checking.checked(by, type, asked);
        checking.requireChosen(by, processes.tree(processes.get(old.process())), asked);
        Request request =
                request(id, old.number(), type, old.process(), submission, asked, clock.instant());
        Engine.Standing standing = routing.begin(request, type.facts(submission));
        Request running = request.running(standing.instance());
        requests.rewrite(running);
        files.attach(type.form(), running);
        deeds.record(
                Moving.about(by, ApprovalAct.RESUBMITTED, running).reason(submission.reason()));
        moving.begin(running, standing.steps(), by);
    }

    private void requireMay(Actor by, RequestType type) {
        if (!types.maySubmit(by, type)) {
            throw Problem.of(KernelProblem.NOT_PERMITTED);
        }
    }

    /**
     * What tells it from others of its type: the subject, else what the first line of text says.
     */
    private static String title(RequestType type, @Nullable Subject subject, FormValues fields) {
        String about =
                subject != null
                        ? subject.title()
                        : type.form().fields().stream()
                                .filter(field -> field.kind() == FormField.Kind.TEXT)
                                .map(field -> fields.text(field.name()))
                                .findFirst()
                                .orElse("");
        String name = type.name().zh();
        return about.isBlank() ? name : name + "：" + shortened(about.strip());
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_TITLE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
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
        return new Request(
                id,
                number,
                type.code(),
                forms.keep(type.code(), type.form()),
                process,
                RequestState.OPEN,
                title(type, subject, asked.fields()),
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
