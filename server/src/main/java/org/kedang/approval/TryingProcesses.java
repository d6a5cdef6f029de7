package org.kedang.approval;

import io.swagger.v3.oas.annotations.media.Schema;

import org.kedang.approval.ProcessTree.Step;
import org.kedang.form.FormField;
import org.kedang.form.FormValues;
import org.kedang.form.Forms;
import org.kedang.form.Label;
import org.kedang.identity.Accounts;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shows on a made-up request who would decide; nothing of it is kept. */
@Service
public class TryingProcesses {
    /**
     * A step that the request would come to.
     *
     * @param people who would be asked, in order
     * @param chosen the requester would choose them
     * @param guardian nobody else is left, the guardian would decide
     */
    @Schema(name = "ProcessTrialStep")
    public record TrialStep(
            String id,
            Label name,
            Mode mode,
            List<String> people,
            boolean chosen,
            boolean guardian) {}

    private final RequestTypes types;
    private final Forms forms;
    private final CheckingRequests checking;
    private final CheckingProcesses checkingProcesses;
    private final Routing routing;
    private final FindingApprovers approvers;
    private final Accounts accounts;
    private final Directory directory;
    private final Clock clock;

    TryingProcesses(
            RequestTypes types,
            Forms forms,
            CheckingRequests checking,
            CheckingProcesses checkingProcesses,
            Routing routing,
            FindingApprovers approvers,
            Accounts accounts,
            Directory directory,
            Clock clock) {
        this.types = types;
        this.forms = forms;
        this.checking = checking;
        this.checkingProcesses = checkingProcesses;
        this.routing = routing;
        this.approvers = approvers;
        this.accounts = accounts;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * The steps of a request of this person with these fields, in order.
     *
     * @throws Problem {@code process-broken}, {@code invalid-input}, {@code not-found}, and what
     *     the type refuses
     */
    @Transactional
    public List<TrialStep> tryOut(
            String code, ProcessSketch sketch, UUID requester, FormValues fields) {
        RequestType type = types.get(code);
        ProcessTree tree = checkingProcesses.tree(type, sketch);
        Actor by =
                accounts.find(requester)
                        .orElseThrow(Problem::notFound)
                        .actor(Actor.Connection.INSIDE);
        Submission asked =
                checking.checked(
                        by, type, new NewRequest(code, withFiles(type, fields), "—", Map.of()));
        Request request = request(type, asked);
        Map<String, Object> ways = Map.copyOf(routing.ways(tree, request, type.facts(asked)));
        return tree.taken(ways).stream().map(step -> trial(request, step)).toList();
    }

    /** Nobody uploads papers for a made-up request. */
    private static FormValues withFiles(RequestType type, FormValues fields) {
        Map<String, Object> filled = new HashMap<>(fields.all());
        type.form().fields().stream()
                .filter(field -> field.kind() == FormField.Kind.FILE)
                .forEach(field -> filled.put(field.name(), List.of(Ids.next().toString())));
        return new FormValues(filled);
    }

    private Request request(RequestType type, Submission asked) {
        return new Request(
                Ids.next(),
                "",
                type.code(),
                forms.keep(type.code(), type.form()),
                Ids.next(),
                RequestState.OPEN,
                "",
                asked.fields(),
                Map.of(),
                List.of(),
                asked.reason(),
                type.subject(asked),
                asked.by().id(),
                asked.by().departmentId(),
                null,
                clock.instant(),
                null,
                null);
    }

    private TrialStep trial(Request request, Step step) {
        boolean chosen = step.approvers().contains(new Approver.Chosen());
        List<UUID> named = approvers.named(request, step);
        boolean guardian = named.isEmpty() && !chosen;
        List<UUID> people = guardian ? approvers.guardians(request) : named;
        return new TrialStep(
                step.id(),
                step.name(),
                step.mode(),
                people.stream().map(directory::personName).toList(),
                chosen,
                guardian);
    }
}
