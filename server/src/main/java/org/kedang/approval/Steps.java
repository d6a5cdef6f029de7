package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.approval.StepRow.StepOutcome;
import org.kedang.approval.Task.Origin;
import org.kedang.approval.Task.State;
import org.kedang.approval.Task.Voice;
import org.kedang.form.Label;
import org.kedang.kernel.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Steps and the tasks in them, as rows. */
@Repository
class Steps {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Steps(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    void add(StepRow step) {
        jdbc.sql(
                        """
                        insert into approval_step (id, request_id, node, name_zh, name_en, mode, share, entered_at, due_at)
                        values (:id, :request, :node, :zh, :en, :mode, :share, :at, :due)
                        """)
                .param("id", step.id())
                .param("request", step.request())
                .param("node", step.node())
                .param("zh", step.name().zh())
                .param("en", step.name().en())
                .param("mode", step.mode().name())
                .param("share", step.share())
                .param("at", step.enteredAt().atOffset(ZoneOffset.UTC))
                .param("due", step.dueAt() == null ? null : step.dueAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void leave(UUID step, StepOutcome outcome) {
        jdbc.sql("update approval_step set left_at = :at, outcome = :outcome where id = :id")
                .param("id", step)
                .param("at", now())
                .param("outcome", outcome.name())
                .update();
    }

    /** Leaves every open step with all that is left to do in them. */
    void leaveAll(UUID request, StepOutcome outcome) {
        jdbc.sql(
                        "update approval_step set left_at = :at, outcome = :outcome where"
                                + " request_id = :request and left_at is null")
                .param("request", request)
                .param("at", now())
                .param("outcome", outcome.name())
                .update();
        jdbc.sql(
                        "update approval_task set state = 'UNNEEDED' where request_id = :request"
                                + " and state in ('WAITING', 'OPEN')")
                .param("request", request)
                .update();
    }

    /** All steps, in the order in which the request came to them. */
    List<StepRow> ofRequest(UUID request) {
        return jdbc.sql(
                        "select * from approval_step where request_id = :request order by"
                                + " entered_at, id")
                .param("request", request)
                .query((row, n) -> step(row))
                .list();
    }

    List<StepRow> open(UUID request) {
        return ofRequest(request).stream().filter(step -> step.leftAt() == null).toList();
    }

    /** A step and who signs in it. */
    record Signed(StepRow step, Signing signing) {}

    /** The step that a task is in. */
    Optional<Signed> ofTask(UUID task) {
        List<Map.Entry<StepRow, Task>> rows =
                jdbc.sql(
                                """
                                select s.*, t.id task_id, t.person_id, t.origin, t.voice, t.place, t.after_id, t.state
                                from approval_task t join approval_step s on s.id = t.step_id
                                where t.step_id = (select step_id from approval_task where id = :task)
                                order by t.place, t.id
                                """)
                        .param("task", task)
                        .query((row, n) -> Map.entry(step(row), task(row)))
                        .list();
        return rows.stream()
                .map(Map.Entry::getKey)
                .findFirst()
                .map(
                        step ->
                                new Signed(
                                        step,
                                        new Signing(
                                                step.mode(),
                                                step.share(),
                                                rows.stream().map(Map.Entry::getValue).toList())));
    }

    Optional<StepRow> find(UUID id) {
        return jdbc.sql("select * from approval_step where id = :id")
                .param("id", id)
                .query((row, n) -> step(row))
                .optional();
    }

    /** Codes of the types of requests in which these people have these tasks. */
    Set<String> typesOf(Collection<UUID> tasks, Collection<UUID> people) {
        return jdbc.sql(
                        """
                        select distinct r.type from approval_task t join approval_request r on r.id = t.request_id
                        where t.id in (:tasks) and t.person_id in (:people)
                        """)
                .param("tasks", tasks)
                .param("people", people)
                .query(String.class)
                .set();
    }

    Signing signing(StepRow step) {
        return new Signing(
                step.mode(),
                step.share(),
                jdbc.sql(
                                "select *, id task_id from approval_task where step_id = :step"
                                        + " order by place, id")
                        .param("step", step.id())
                        .query((row, n) -> task(row))
                        .list());
    }

    /** Keeps what is new or different; decisions themselves are kept by {@link #decide}. */
    void keep(Request request, StepRow step, Signing before, Signing after, Actor by) {
        // what is new first: what was there may come after it now
        after.tasks().stream()
                .filter(task -> before.find(task.id()).isEmpty())
                .forEach(task -> insert(step, task, by));
        for (Task task : after.tasks()) {
            before.find(task.id())
                    .filter(old -> !old.equals(task) && !task.isDecided())
                    .ifPresent(old -> update(task, old));
        }
        List<Task> opened =
                after.tasks().stream().filter(task -> opens(task, before.find(task.id()))).toList();
        if (!opened.isEmpty()) {
            events.publishEvent(new TasksOpened(request, opened));
        }
    }

    private static boolean opens(Task task, Optional<Task> before) {
        return task.state() == State.OPEN
                && before.filter(old -> old.state() == State.OPEN).isEmpty();
    }

    private void insert(StepRow step, Task task, Actor by) {
        jdbc.sql(
                        """
                        insert into approval_task (id, step_id, request_id, person_id, origin, voice, place, after_id, state,
                            made_by, made_at, opened_at)
                        values (:id, :step, :request, :person, :origin, :voice, :place, :after, :state, :by, :now, :opened)
                        """)
                .param("id", task.id())
                .param("step", step.id())
                .param("request", step.request())
                .param("person", task.person())
                .param("origin", task.origin().name())
                .param("voice", task.voice().name())
                .param("place", task.place())
                .param("after", task.after())
                .param("state", task.state().name())
                .param("by", by.id())
                .param("now", now())
                .param("opened", task.state() == State.OPEN ? now() : null)
                .update();
    }

    private void update(Task task, Task old) {
        jdbc.sql(
                        """
                        update approval_task set state = :state, after_id = :after,
                            opened_at = case when :opens then :now else opened_at end
                        where id = :id and decided_by is null
                        """)
                .param("id", task.id())
                .param("state", task.state().name())
                .param("after", task.after())
                .param("opens", opens(task, Optional.of(old)))
                .param("now", now())
                .update();
    }

    /** Who has not decided what is open. */
    List<UUID> waitingFor(UUID request) {
        return jdbc.sql(
                        "select distinct person_id from approval_task where request_id = :request"
                                + " and state = 'OPEN'")
                .param("request", request)
                .query(UUID.class)
                .list();
    }

    /** Whether it was this person who asked for it. */
    boolean isMadeBy(UUID task, UUID person) {
        return jdbc.sql(
                        "select exists (select 1 from approval_task where id = :id and made_by ="
                                + " :person)")
                .param("id", task)
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /**
     * Marks what is open as waited for.
     *
     * @return how many tasks, none that was marked after the moment among them
     */
    int urge(UUID request, Instant unlessSince) {
        return jdbc.sql(
                        """
                        update approval_task set urged_at = :now
                        where request_id = :request and state = 'OPEN' and (urged_at is null or urged_at <= :since)
                        """)
                .param("request", request)
                .param("now", now())
                .param("since", unlessSince.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Marks what is open in the step as waited for. */
    void remind(UUID step) {
        jdbc.sql(
                        "update approval_task set urged_at = :now where step_id = :step and state ="
                                + " 'OPEN'")
                .param("step", step)
                .param("now", now())
                .update();
    }

    void decide(UUID task, State decision, Actor by, @Nullable String opinion) {
        jdbc.sql(
                        """
                        update approval_task set state = :state, opinion = :opinion, decided_at = :now, decided_by = :by
                        where id = :id
                        """)
                .param("id", task)
                .param("state", decision.name())
                .param("opinion", opinion)
                .param("by", by.id())
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static StepRow step(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new StepRow(
                row.getObject("id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getString("node"),
                Label.of(row.getString("name_zh"), row.getString("name_en")),
                Mode.valueOf(row.getString("mode")),
                row.getInt("share"),
                Objects.requireNonNull(Requests.instant(row, "entered_at")),
                Requests.instant(row, "left_at"),
                outcome == null ? null : StepOutcome.valueOf(outcome),
                Requests.instant(row, "due_at"));
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getObject("task_id", UUID.class),
                row.getObject("person_id", UUID.class),
                Origin.valueOf(row.getString("origin")),
                Voice.valueOf(row.getString("voice")),
                row.getInt("place"),
                row.getObject("after_id", UUID.class),
                State.valueOf(row.getString("state")));
    }
}
