package org.kedang.grading;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.customer.CustomerGrade;
import org.kedang.customer.GradingCustomers;
import org.kedang.customer.GradingCustomers.Found;
import org.kedang.grading.RuleVersions.Row;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Applies the rules in force to all customers, some at a time. How far it came is kept together
 * with what it changed: cut off anywhere, it goes on from there.
 */
@Service
public class GradingRuns {
    static final int AT_ONCE = 200;
    private static final int SHOWN = 20;

    /** How far a run is. */
    @Schema(name = "GradeRunState")
    public enum State {
        RUNNING,
        DONE,
        CANCELLED
    }

    /**
     * A run as people see it.
     *
     * @param total customers that had another grade when it began
     */
    @Schema(name = "GradeRun")
    public record View(
            UUID id,
            int version,
            State state,
            long total,
            long changed,
            String startedByName,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    private record Open(UUID rules, UUID place) {}

    private record Next(UUID customer, int rule) {}

    private final RuleVersions versions;
    private final KnownFacts facts;
    private final GradingCustomers customers;
    private final GradingQueue queue;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    GradingRuns(
            RuleVersions versions,
            KnownFacts facts,
            GradingCustomers customers,
            GradingQueue queue,
            Directory directory,
            JdbcClient jdbc,
            Audit audit,
            Clock clock) {
        this.versions = versions;
        this.facts = facts;
        this.customers = customers;
        this.queue = queue;
        this.directory = directory;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest runs, newest first. */
    public List<View> list() {
        return jdbc.sql(
                        """
                        select n.*, v.version from grade_run n join grade_rules v on v.id = n.rules_id
                        order by n.started_at desc limit\
                        """
                                + " "
                                + SHOWN)
                .query(this::view)
                .list();
    }

    /**
     * Begins a run by the rules in force; one that is under way ends.
     *
     * @throws Problem {@code no-grade-rules}
     */
    @Transactional
    public void startAnew(Actor by) {
        Row rules = versions.findInForce().orElseThrow(() -> Problem.of(GradingProblem.NO_RULES));
        findRunning().ifPresent(run -> end(run, State.CANCELLED));
        start(by, rules, count(rules));
    }

    /** What the clock does each night; without anything to change there is no run. */
    @Transactional
    public void startIfNeeded() {
        Optional<Row> rules = versions.findInForce();
        if (rules.isPresent() && findRunning().isEmpty()) {
            long total = count(rules.get());
            if (total > 0) {
                start(Actor.SYSTEM, rules.get(), total);
            }
        }
    }

    private void start(Actor by, Row rules, long total) {
        UUID id = Ids.next();
        jdbc.sql(
                        """
                        insert into grade_run (id, rules_id, total, started_by, started_at)
                        values (:id, :rules, :total, :by, :now)
                        """)
                .param("id", id)
                .param("rules", rules.id())
                .param("total", total)
                .param("by", by.id())
                .param("now", now())
                .update();
        audit.record(about(by, GradingAct.RUN_STARTED, id, rules).change("total", null, total));
        queue.add(id);
    }

    /**
     * Stops a run; what it changed stays.
     *
     * @throws Problem {@code grade-run-ended}
     */
    @Transactional
    public void cancel(Actor by, UUID id) {
        Open run = lock(id).orElseThrow(() -> Problem.of(GradingProblem.RUN_ENDED));
        end(id, State.CANCELLED);
        audit.record(about(by, GradingAct.RUN_CANCELLED, id, versions.get(run.rules())));
    }

    /**
     * Grades the next customers of a run.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean goOn(UUID id) {
        Optional<Open> open = lock(id);
        if (open.isEmpty()) {
            return false;
        }
        Row rules = versions.get(open.get().rules());
        List<Next> next = listNext(rules, open.get().place());
        if (next.isEmpty()) {
            end(id, State.DONE);
            audit.record(about(Actor.SYSTEM, GradingAct.RUN_DONE, id, rules));
            return false;
        }
        int changed =
                customers.grade(Actor.SYSTEM, next.stream().map(one -> found(one, rules)).toList());
        jdbc.sql("update grade_run set changed = changed + :n, place = :place where id = :id")
                .param("n", changed)
                .param("place", next.getLast().customer())
                .param("id", id)
                .update();
        return true;
    }

    private static Found found(Next one, Row rules) {
        CustomerGrade grade = rules.rules().grade(one.rule());
        return new Found(
                one.customer(),
                grade,
                WritingRules.title(rules)
                        + (one.rule() == 0 ? "：不符合任何一条" : "：第 " + one.rule() + " 条"));
    }

    private List<Next> listNext(Row rules, UUID place) {
        CompiledRules compiled = CompiledRules.of(rules.rules(), facts, versions.today());
        return jdbc.sql(
                        """
                        select c.id as customer, g.rule from %s
                        where c.id > :place and not c.grade_by_hand and c.grade is distinct from g.grade
                        order by c.id limit %d
                        """
                                .formatted(compiled.from(), AT_ONCE))
                .params(compiled.params())
                .param("place", place)
                .query(Next.class)
                .list();
    }

    private long count(Row rules) {
        CompiledRules compiled = CompiledRules.of(rules.rules(), facts, versions.today());
        return jdbc.sql(
                        "select count(*) from "
                                + compiled.from()
                                + " where not c.grade_by_hand and c.grade is distinct from g.grade")
                .params(compiled.params())
                .query(Long.class)
                .single();
    }

    private Optional<UUID> findRunning() {
        return jdbc.sql("select id from grade_run where state = 'RUNNING' for update")
                .query(UUID.class)
                .optional();
    }

    private Optional<Open> lock(UUID id) {
        return jdbc.sql(
                        "select rules_id as rules, place from grade_run where id = :id and state ="
                                + " 'RUNNING' for update")
                .param("id", id)
                .query(Open.class)
                .optional();
    }

    private void end(UUID id, State state) {
        jdbc.sql("update grade_run set state = :state, ended_at = :now where id = :id")
                .param("state", state.name())
                .param("now", now())
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Entry about(Actor by, GradingAct act, UUID run, Row rules) {
        return Entry.of(by, act).subject("gradeRun", run, WritingRules.title(rules));
    }

    private View view(ResultSet row, int n) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        UUID by = row.getObject("started_by", UUID.class);
        return new View(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                State.valueOf(row.getString("state")),
                row.getLong("total"),
                row.getLong("changed"),
                by.equals(Actor.SYSTEM.id()) ? Actor.SYSTEM.name() : directory.personName(by),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
