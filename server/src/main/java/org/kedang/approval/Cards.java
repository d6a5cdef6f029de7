package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.Card.CardActs;
import org.kedang.approval.Card.CardAhead;
import org.kedang.approval.Card.CardStep;
import org.kedang.approval.Card.CardTask;
import org.kedang.approval.ProcessTree.Step;
import org.kedang.approval.StepRow.StepOutcome;
import org.kedang.form.Form;
import org.kedang.form.FormField;
import org.kedang.form.FormValues;
import org.kedang.form.Forms;
import org.kedang.form.Label;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.Problem;
import org.kedang.storage.FormFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Requests as those see them whom they concern; for everybody else they are not there. */
@Repository
public class Cards {
    private record Part(UUID step, UUID person, @Nullable UUID decidedBy, CardTask task) {}

    private final Requests requests;
    private final Steps steps;
    private final Routing routing;
    private final Engine engine;
    private final RequestTypes types;
    private final Forms forms;
    private final Deputies deputies;
    private final RequestFiles files;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final Clock clock;

    Cards(
            Requests requests,
            Steps steps,
            Routing routing,
            Engine engine,
            RequestTypes types,
            Forms forms,
            Deputies deputies,
            RequestFiles files,
            Directory directory,
            JdbcClient jdbc,
            Clock clock) {
        this.requests = requests;
        this.steps = steps;
        this.routing = routing;
        this.engine = engine;
        this.types = types;
        this.forms = forms;
        this.deputies = deputies;
        this.files = files;
        this.directory = directory;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The request, or a {@code not-found} problem for whom it does not concern. */
    public Card read(Actor by, UUID id) {
        Request request = requests.find(id).orElseThrow(Problem::notFound);
        boolean mine = request.requester().equals(by.id());
        List<Part> parts = parts(by, request);
        Set<UUID> people = people(by);
        boolean asked =
                parts.stream()
                        .anyMatch(
                                part ->
                                        people.contains(part.person())
                                                || by.id().equals(part.decidedBy()));
        requireConcerned(by, request, asked);
        return card(by, request, parts, people, mine, asked);
    }

    private static @Nullable UUID customer(Request request) {
        Subject subject = request.subject();
        return subject != null && "customer".equals(subject.type()) ? subject.id() : null;
    }

    /** Whether the person asked for it, has a part in it, or sees to all of them. */
    public boolean concerns(Actor by, UUID id) {
        return by.may(Permission.APPROVAL_OVERSEE)
                || requests.find(id).filter(one -> one.requester().equals(by.id())).isPresent()
                || isAsked(by, id);
    }

    /** Passes whom the request concerns; for others it is not there. */
    void requireConcerned(Actor by, Request request) {
        requireConcerned(by, request, isAsked(by, request.id()));
    }

    private void requireConcerned(Actor by, Request request, boolean asked) {
        boolean mine = request.requester().equals(by.id());
        if (!mine
                && !asked
                && !isCopied(by, request.id())
                && !by.may(Permission.APPROVAL_OVERSEE)) {
            throw Problem.notFound();
        }
    }

    /** Whether the person, or one he stands in for, has or had a part in it. */
    boolean isAsked(Actor by, UUID id) {
        return jdbc.sql(
                        "select exists (select 1 from approval_task where request_id = :id and"
                                + " (person_id in (:people) or decided_by = :me))")
                .param("id", id)
                .param("people", people(by))
                .param("me", by.id())
                .query(Boolean.class)
                .single();
    }

    private Set<UUID> people(Actor by) {
        Set<UUID> people = new HashSet<>(deputies.standInFor(by.id()));
        people.add(by.id());
        return people;
    }

    private boolean isCopied(Actor by, UUID id) {
        return jdbc.sql(
                                "update approval_copy set read_at = coalesce(read_at, :now) where"
                                        + " request_id = :id and person_id = :me")
                        .param("id", id)
                        .param("me", by.id())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Card card(
            Actor by,
            Request request,
            List<Part> parts,
            Set<UUID> people,
            boolean mine,
            boolean asked) {
        List<StepRow> rows = steps.ofRequest(request.id());
        Form form = forms.get(request.type(), request.formVersion());
        List<FormFile> attached = files.ofRequest(request.id());
        boolean open = request.state() == RequestState.OPEN;
        UUID task = open && !request.concerns(by.id()) ? ownTask(by, parts, people) : null;
        return new Card(
                request.id(),
                request.number(),
                request.type(),
                types.find(request.type())
                        .map(RequestType::name)
                        .orElse(Label.of(request.type(), request.type())),
                request.title(),
                request.state(),
                customer(request),
                form.fields(),
                request.fields().all(),
                names(form, request, attached),
                attached,
                request.changes(),
                request.reason(),
                request.requester(),
                directory.personName(request.requester()),
                directory.departmentName(request.department()),
                request.submittedAt(),
                request.closedAt(),
                rows.stream().map(row -> step(row, parts)).toList(),
                open ? ahead(request, rows) : List.of(),
                copies(request.id()),
                request.chosen(),
                task,
                task == null ? List.of() : returnTo(request, rows),
                may(by, request, mine, asked));
    }

    private static CardActs may(Actor by, Request request, boolean mine, boolean asked) {
        boolean open = request.state() == RequestState.OPEN;
        return new CardActs(
                mine && request.closedAt() == null,
                mine && request.state() == RequestState.RETURNED,
                mine && open,
                mine || asked,
                by.may(Permission.PROCESS_MANAGE)
                        && request.closedAt() == null
                        && !request.concerns(by.id()));
    }

    private Map<String, String> names(Form form, Request request, List<FormFile> attached) {
        FormValues values = request.fields();
        Map<String, String> names = new HashMap<>();
        attached.forEach(file -> names.put(file.id().toString(), file.name()));
        request.chosen()
                .values()
                .forEach(
                        some ->
                                some.forEach(
                                        id -> names.put(id.toString(), directory.personName(id))));
        for (FormField field : form.fields()) {
            boolean person = field.kind() == FormField.Kind.PERSON;
            UUID id =
                    person || field.kind() == FormField.Kind.DEPARTMENT
                            ? values.id(field.name())
                            : null;
            if (id != null) {
                names.put(
                        id.toString(),
                        person ? directory.personName(id) : directory.departmentName(id));
            }
        }
        return names;
    }

    private static @Nullable UUID ownTask(Actor by, List<Part> parts, Set<UUID> people) {
        return parts.stream()
                .filter(part -> part.task().state() == Task.State.OPEN)
                .filter(part -> people.contains(part.person()))
                // one's own before those of others
                .sorted(
                        (a, b) ->
                                Boolean.compare(
                                        b.person().equals(by.id()), a.person().equals(by.id())))
                .map(part -> part.task().id())
                .findFirst()
                .orElse(null);
    }

    private static CardStep step(StepRow row, List<Part> parts) {
        return new CardStep(
                row.node(),
                row.name(),
                row.mode(),
                row.share(),
                row.enteredAt(),
                row.leftAt(),
                row.outcome(),
                row.dueAt(),
                parts.stream()
                        .filter(part -> part.step().equals(row.id()))
                        .map(Part::task)
                        .toList());
    }

    private List<Part> parts(Actor by, Request request) {
        return jdbc.sql(
                        "select * from approval_task where request_id = :id order by place,"
                                + " made_at, id")
                .param("id", request.id())
                .query((row, n) -> part(row, by))
                .list();
    }

    private Part part(ResultSet row, Actor by) throws SQLException {
        UUID person = row.getObject("person_id", UUID.class);
        UUID decidedBy = row.getObject("decided_by", UUID.class);
        Task.Origin origin = Task.Origin.valueOf(row.getString("origin"));
        Task.State state = Task.State.valueOf(row.getString("state"));
        boolean left = state == Task.State.OPEN || state == Task.State.WAITING;
        boolean asked = origin == Task.Origin.ADDED || origin == Task.Origin.DELEGATED;
        return new Part(
                row.getObject("step_id", UUID.class),
                person,
                decidedBy,
                new CardTask(
                        row.getObject("id", UUID.class),
                        directory.personName(person),
                        origin,
                        Task.Voice.valueOf(row.getString("voice")),
                        state,
                        row.getString("opinion"),
                        Requests.instant(row, "decided_at"),
                        person.equals(decidedBy) ? null : name(decidedBy),
                        Requests.instant(row, "urged_at"),
                        left && asked && by.id().equals(row.getObject("made_by", UUID.class))));
    }

    private @Nullable String name(@Nullable UUID person) {
        return person == null ? null : directory.personName(person);
    }

    /** What comes behind the steps that are open. */
    private List<CardAhead> ahead(Request request, List<StepRow> rows) {
        ProcessTree tree = routing.tree(request);
        List<Step> taken =
                tree.taken(tree.branches().isEmpty() ? Map.of() : engine.ways(request.engine()));
        Set<String> open = new HashSet<>();
        rows.stream().filter(row -> row.leftAt() == null).forEach(row -> open.add(row.node()));
        int last = -1;
        for (int i = 0; i < taken.size(); i++) {
            last = open.contains(taken.get(i).id()) ? i : last;
        }
        return taken.subList(last + 1, taken.size()).stream()
                .map(step -> new CardAhead(step.id(), step.name()))
                .toList();
    }

    private List<CardAhead> returnTo(Request request, List<StepRow> rows) {
        ProcessTree tree = routing.tree(request);
        List<CardAhead> passed = new ArrayList<>();
        for (StepRow row : rows) {
            CardAhead step = new CardAhead(row.node(), row.name());
            if (row.outcome() == StepOutcome.APPROVED
                    && !tree.isBeside(row.node())
                    && !passed.contains(step)) {
                passed.add(step);
            }
        }
        return passed;
    }

    private List<String> copies(UUID request) {
        return jdbc
                .sql(
                        "select person_id from approval_copy where request_id = :id order by"
                                + " copied_at, person_id")
                .param("id", request)
                .query(UUID.class)
                .list()
                .stream()
                .map(directory::personName)
                .toList();
    }
}
