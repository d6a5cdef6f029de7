package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** 岗位职务: what chairs are called and which roles they bring. */
@Service
public class Positions {
    private static final String SELECT =
            """
            select o.*, array(select pr.role from position_role pr join role r on r.code = pr.role
                              where pr.position_id = o.id order by r.position, r.code) roles,
                   exists (select 1 from position_role pr join role r on r.code = pr.role
                           where pr.position_id = o.id and r.high) high,
                   (select count(distinct t.person_id) from post t
                    where t.position_id = o.id and t.state in ('PLANNED', 'HELD')) holders
            from position o
            """;

    private final PostRecords posts;
    private final Granting granting;
    private final Roles roles;
    private final Audit audit;
    private final JdbcClient jdbc;

    Positions(PostRecords posts, Granting granting, Roles roles, Audit audit, JdbcClient jdbc) {
        this.posts = posts;
        this.granting = granting;
        this.roles = roles;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    public List<Position> list() {
        return jdbc.sql(SELECT + " order by o.closed, o.code")
                .query((row, n) -> position(row))
                .list();
    }

    /** The position, or a {@code not-found} problem. */
    public Position get(UUID id) {
        return jdbc.sql(SELECT + " where o.id = :id")
                .param("id", id)
                .query((row, n) -> position(row))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getBoolean("closed"),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getBoolean("high"),
                row.getLong("holders"));
    }

    @Transactional
    public Position add(Actor by, String code, String name) {
        UUID id = Ids.next();
        jdbc.sql("insert into position (id, code, name) values (:id, :code, :name)")
                .param("id", id)
                .param("code", code)
                .param("name", name)
                .update();
        audit.record(
                Entry.of(by, IdentityAct.POSITION_ADDED)
                        .subject("position", id, name)
                        .change("code", null, code));
        return get(id);
    }

    @Transactional
    public void rename(Actor by, UUID id, String name) {
        Position position = lock(id);
        jdbc.sql("update position set name = :name where id = :id")
                .param("id", id)
                .param("name", name)
                .update();
        changed(by, id, name, "name", position.name(), name);
    }

    /**
     * Nobody can be put into it any more.
     *
     * @throws Problem {@code position-held} while somebody holds it
     */
    @Transactional
    public void close(Actor by, UUID id) {
        Position position = lock(id);
        if (position.holders() > 0) {
            throw Problem.of(IdentityProblem.POSITION_HELD, position.holders());
        }
        turn(by, position, true);
    }

    @Transactional
    public void reopen(Actor by, UUID id) {
        turn(by, lock(id), false);
    }

    private void turn(Actor by, Position position, boolean closed) {
        jdbc.sql("update position set closed = :closed where id = :id")
                .param("id", position.id())
                .param("closed", closed)
                .update();
        changed(by, position.id(), position.name(), "closed", position.closed(), closed);
    }

    /**
     * The position brings exactly these roles from now on, to those who hold it too: who loses one
     * loses it at once.
     *
     * @param approvedBy the second person; needed if somebody gets a high role by this
     * @throws Problem those of {@link Granting#grant} for each holder
     */
    @Transactional
    public void changeRoles(Actor by, UUID id, Set<String> wanted, @Nullable UUID approvedBy) {
        Position position = lock(id);
        requireOfficeAlone(wanted);
        List<Post> held = posts.listHeldIn(id);
        Set<String> before = Set.copyOf(position.roles());
        before.stream()
                .filter(role -> !wanted.contains(role))
                .forEach(role -> drop(by, position, role, held));
        wanted.stream()
                .filter(role -> !before.contains(role))
                .forEach(role -> bring(by, position, role, held, approvedBy));
        changed(
                by,
                id,
                position.name(),
                "roles",
                String.join("、", new TreeSet<>(before)),
                String.join("、", new TreeSet<>(wanted)));
    }

    private void drop(Actor by, Position position, String role, List<Post> held) {
        jdbc.sql("delete from position_role where position_id = :id and role = :role")
                .param("id", position.id())
                .param("role", role)
                .update();
        for (Post post : held) {
            granting.requireReached(by, post.personId());
            granting.listOf(post.personId()).stream()
                    .filter(g -> post.id().equals(g.postId()) && g.role().equals(role))
                    .forEach(g -> granting.endAlong(by, g.id(), "岗位职责变更"));
        }
    }

    private void bring(
            Actor by, Position position, String role, List<Post> held, @Nullable UUID approvedBy) {
        jdbc.sql("insert into position_role (position_id, role) values (:id, :role)")
                .param("id", position.id())
                .param("role", role)
                .update();
        for (Post post : held) {
            granting.grant(
                    by,
                    new Granting.Wish(
                            post.personId(),
                            role,
                            post.departmentId(),
                            post.id(),
                            post.until(),
                            "岗位职责变更"),
                    approvedBy);
        }
    }

    private void requireOfficeAlone(Set<String> wanted) {
        boolean office =
                wanted.stream()
                        .map(code -> roles.find(code).orElseThrow(Positions::noSuchRole))
                        .toList()
                        .stream()
                        .anyMatch(Role::administrator);
        if (office && wanted.size() > 1) {
            throw Problem.of(IdentityProblem.TWO_OFFICES);
        }
    }

    private static Problem noSuchRole() {
        return Problem.invalid(
                "roles",
                "invalid-choice",
                "没有这个角色，请从列表中选择。",
                "No such role; pick one from the list.");
    }

    /** Changes of one position follow each other. */
    private Position lock(UUID id) {
        UUID locked =
                jdbc.sql("select id from position where id = :id for update")
                        .param("id", id)
                        .query(UUID.class)
                        .optional()
                        .orElseThrow(Problem::notFound);
        return get(locked);
    }

    private void changed(
            Actor by, UUID id, String name, String field, Object before, Object after) {
        audit.record(
                Entry.of(by, IdentityAct.POSITION_CHANGED)
                        .subject("position", id, name)
                        .change(field, before, after));
    }
}
