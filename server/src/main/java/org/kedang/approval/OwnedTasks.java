package org.kedang.approval;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Directory;
import org.kedang.identity.OwnedRows;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a person still has to decide. It goes to whoever takes over; where he has a stake in the
 * request or decides it already, to whoever decides where nobody else is left.
 */
@Component
class OwnedTasks extends OwnedRows {
    private static final String HELD =
            "from approval_task t join approval_request r on r.id = t.request_id where t.person_id"
                    + " = :person and t.state in ('OPEN', 'WAITING') and r.state = 'OPEN'";

    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final Steps steps;
    private final FindingApprovers finding;
    private final Directory directory;
    private final Deeds deeds;

    OwnedTasks(
            JdbcClient jdbc,
            Tasks tasks,
            Steps steps,
            FindingApprovers finding,
            Directory directory,
            Deeds deeds) {
        super(jdbc, HELD, "t.id, r.number, '/approvals/' || r.id", "t.id");
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.steps = steps;
        this.finding = finding;
        this.directory = directory;
        this.deeds = deeds;
    }

    @Override
    public String kind() {
        return "tasks";
    }

    @Override
    public boolean isContent() {
        return false;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(Actor by, UUID from, UUID to, @Nullable String reason) {
        jdbc.sql("select t.id " + HELD + " order by t.id")
                .param("person", from)
                .query(UUID.class)
                .list()
                .forEach(task -> handOn(by, task, to, reason));
    }

    private void handOn(Actor by, UUID task, UUID to, @Nullable String reason) {
        Tasks.Held held = tasks.lock(task);
        UUID taker = taker(held, to);
        steps.keep(
                held.request(),
                held.step(),
                held.signing(),
                held.signing().transfer(task, Ids.next(), taker),
                by);
        deeds.record(
                Moving.about(by, ApprovalAct.TRANSFERRED, held.request())
                        .reason(reason)
                        .change(
                                held.step().name().zh(),
                                directory.personName(held.task().person()),
                                directory.personName(taker)));
    }

    private UUID taker(Tasks.Held held, UUID to) {
        Set<UUID> there = new HashSet<>();
        held.signing().tasks().stream()
                .filter(task -> task.state() != Task.State.MOVED)
                .forEach(task -> there.add(task.person()));
        return Stream.concat(Stream.of(to), finding.guardians(held.request()).stream())
                .filter(person -> !there.contains(person) && !held.request().concerns(person))
                .findFirst()
                .orElseThrow(() -> Problem.of(ApprovalProblem.SIGNER_UNFIT));
    }
}
