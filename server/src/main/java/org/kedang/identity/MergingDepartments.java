package org.kedang.identity;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Closes a department; whatever it owns goes to another one, all of it or nothing. */
@Service
public class MergingDepartments {
    /** What belongs to a department, counted by kind. */
    @Schema(name = "DepartmentEstate")
    public record Estate(Map<String, Long> counts) {
        boolean isEmpty() {
            return counts.values().stream().allMatch(count -> count == 0);
        }
    }

    private final Departments departments;
    private final Directory directory;
    private final Accounts accounts;
    private final List<DepartmentThings> things;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    MergingDepartments(
            Departments departments,
            Directory directory,
            Accounts accounts,
            List<DepartmentThings> things,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.departments = departments;
        this.directory = directory;
        this.accounts = accounts;
        this.things = things;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What would move: people, departments below, posts, grants and each module's things. */
    public Estate count(UUID department) {
        departments.open(department);
        Map<String, Long> counts = new TreeMap<>();
        counts.put(
                "people",
                count("select count(*) from person where department_id = :id", department));
        counts.put(
                "departments",
                count(
                        "select count(*) from department where parent_id = :id and closed_at is"
                                + " null",
                        department));
        counts.put(
                "posts",
                count(
                        "select count(*) from post where department_id = :id and state <> 'ENDED'",
                        department));
        counts.put(
                "grants",
                count(
                        "select count(*) from role_grant where department_id = :id and state <>"
                                + " 'ENDED'",
                        department));
        counts.put(
                "explicitGrants",
                count(
                        "select count(*) from explicit_grant where department_id = :id and ended_at"
                                + " is null",
                        department));
        counts.put(
                "roles",
                count(
                        "select count(*) from role_department where department_id = :id",
                        department));
        things.forEach(thing -> counts.put(thing.kind(), thing.countIn(department)));
        return new Estate(counts);
    }

    private long count(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(Long.class).single();
    }

    /**
     * Closes a department that owns nothing.
     *
     * @throws Problem {@code department-not-empty}
     */
    @Transactional
    public void close(Actor by, UUID id, @Nullable String reason) {
        departments.lockTree();
        Departments.Node node = lock(id);
        if (!count(id).isEmpty()) {
            throw Problem.of(IdentityProblem.DEPARTMENT_NOT_EMPTY);
        }
        shut(id, null);
        audit.record(
                Entry.of(by, IdentityAct.DEPARTMENT_CLOSED)
                        .subject("department", id, node.name())
                        .reason(reason));
    }

    /**
     * Moves everything into the other department and closes this one for good.
     *
     * @return what was moved
     * @throws Problem {@code department-cycle}, {@code department-closed}, {@code not-found}
     */
    @Transactional
    public Estate merge(Actor by, UUID from, UUID into, @Nullable String reason) {
        departments.lockTree();
        Departments.Node node = lock(from);
        Departments.Node target = departments.open(into);
        if (directory.departmentsBelow(from).contains(into)) {
            throw Problem.of(IdentityProblem.DEPARTMENT_CYCLE);
        }
        Estate estate = count(from);
        List<UUID> touched = touched(from);
        things.forEach(thing -> thing.moveAll(by, from, into, reason));
        moveOwn(by, from, into);
        shut(from, into);
        touched.forEach(accounts::forget);
        Entry entry =
                Entry.of(by, IdentityAct.DEPARTMENT_MERGED)
                        .subject("department", from, node.name())
                        .change("into", null, target.name())
                        .reason(reason);
        estate.counts().forEach((kind, count) -> entry.change(kind, count, 0L));
        audit.record(entry);
        return estate;
    }

    /** Whoever is putting something in has finished, and whoever comes later finds it closed. */
    private Departments.Node lock(UUID id) {
        UUID locked =
                jdbc.sql("select id from department where id = :id for update")
                        .param("id", id)
                        .query(UUID.class)
                        .optional()
                        .orElseThrow(Problem::notFound);
        return departments.open(locked);
    }

    private List<UUID> touched(UUID department) {
        return jdbc.sql(
                        """
                        select id from person where department_id = :id
                        union select person_id from post where department_id = :id and state <> 'ENDED'
                        union select person_id from role_grant where department_id = :id and state <> 'ENDED'
                        """)
                .param("id", department)
                .query(UUID.class)
                .list();
    }

    /** What would then be held twice is ended; the rest moves. */
    private void moveOwn(Actor by, UUID from, UUID into) {
        for (String sql : MOVES) {
            jdbc.sql(sql)
                    .param("from", from)
                    .param("into", into)
                    .param("by", by.id())
                    .param("now", now())
                    .update();
        }
    }

    private static final List<String> MOVES =
            List.of(
                    "update person set department_id = :into, version = version + 1 where"
                            + " department_id = :from",
                    "update department set parent_id = :into where parent_id = :from",
                    """
                    update role_grant g set state = 'ENDED', ended_by = :by, ended_at = :now, end_reason = '部门合并，另有相同授权'
                    where g.department_id = :from and g.state <> 'ENDED' and g.post_id is null and exists (
                        select 1 from role_grant o where o.person_id = g.person_id and o.role = g.role
                        and o.department_id = :into and o.post_id is null and o.state <> 'ENDED')
                    """,
                    """
                    update role_grant g set state = 'ENDED', ended_by = :by, ended_at = :now, end_reason = '部门合并，另有相同任职'
                    from post t where t.id = g.post_id and t.department_id = :from and t.state <> 'ENDED' and g.state <> 'ENDED'
                    and exists (select 1 from post o where o.person_id = t.person_id and o.position_id = t.position_id
                                and o.department_id = :into and o.state <> 'ENDED')
                    """,
                    """
                    update post t set state = 'ENDED', until = greatest(t.since, cast(:now as date)), main = false,
                                      decided_by = coalesce(t.decided_by, :by)
                    where t.department_id = :from and t.state <> 'ENDED' and exists (
                        select 1 from post o where o.person_id = t.person_id and o.position_id = t.position_id
                        and o.department_id = :into and o.state <> 'ENDED')
                    """,
                    "update role_grant set department_id = :into where department_id = :from and"
                            + " state <> 'ENDED'",
                    "update post set department_id = :into where department_id = :from and state <>"
                            + " 'ENDED'",
                    "update explicit_grant set department_id = :into where department_id = :from"
                            + " and ended_at is null",
                    """
                    insert into role_department (role, department_id)
                    select role, :into from role_department where department_id = :from on conflict do nothing
                    """,
                    "delete from role_department where department_id = :from");

    private void shut(UUID id, @Nullable UUID into) {
        jdbc.sql("update department set closed_at = :now, merged_into = :into where id = :id")
                .param("id", id)
                .param("now", now())
                .param("into", into)
                .update();
        directory.forgetDepartment(id);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
