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

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The tree of departments: names, places, heads. */
@Service
public class Departments {
    /** A department in the tree, with those that are closed and what became of them. */
    @Schema(name = "DepartmentNode")
    public record Node(
            UUID id,
            String code,
            String name,
            @Nullable UUID parentId,
            @Nullable UUID headId,
            @Nullable String headName,
            long people,
            @Nullable Instant closedAt,
            @Nullable String mergedIntoName) {}

    private final Directory directory;
    private final Audit audit;
    private final JdbcClient jdbc;

    Departments(Directory directory, Audit audit, JdbcClient jdbc) {
        this.directory = directory;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    public List<Node> listTree() {
        return jdbc.sql(
                        """
                        select d.id, d.code, d.name, d.parent_id, d.head_id, h.name head_name, d.closed_at,
                               m.name merged_into_name,
                               (select count(*) from person p where p.department_id = d.id and p.state <> 'CLOSED') people
                        from department d left join person h on h.id = d.head_id left join department m on m.id = d.merged_into
                        order by d.code
                        """)
                .query(Node.class)
                .list();
    }

    /**
     * Renames it, puts it elsewhere in the tree, or names its head; what is counted from
     * departments above and below counts from the new place at once.
     *
     * @throws Problem {@code department-cycle}, {@code department-closed}, {@code not-found}
     */
    @Transactional
    public void change(
            Actor by, UUID id, String name, @Nullable UUID parentId, @Nullable UUID headId) {
        lockTree();
        Node before = open(id);
        if (parentId != null) {
            open(parentId);
            if (directory.departmentsBelow(id).contains(parentId)) {
                throw Problem.of(IdentityProblem.DEPARTMENT_CYCLE);
            }
        }
        String head = headId == null ? null : directory.person(headId).name();
        jdbc.sql(
                        "update department set name = :name, parent_id = :parent, head_id = :head"
                                + " where id = :id")
                .param("id", id)
                .param("name", name)
                .param("parent", parentId)
                .param("head", headId)
                .update();
        directory.forgetDepartment(id);
        audit.record(
                Entry.of(by, IdentityAct.DEPARTMENT_CHANGED)
                        .subject("department", id, name)
                        .change("name", before.name(), name)
                        .change(
                                "parent",
                                directory.departmentName(before.parentId()),
                                directory.departmentName(parentId))
                        .change("head", before.headName(), head));
    }

    /** The department, or a {@code department-closed} or {@code not-found} problem. */
    Node open(UUID id) {
        Node node =
                listTree().stream()
                        .filter(one -> Objects.equals(one.id(), id))
                        .findFirst()
                        .orElseThrow(Problem::notFound);
        if (node.closedAt() != null) {
            throw Problem.of(IdentityProblem.DEPARTMENT_CLOSED);
        }
        return node;
    }

    /** Two moves at a time could tie the tree into a ring. */
    void lockTree() {
        jdbc.sql("select pg_advisory_xact_lock(7423002)").query().singleRow();
    }
}
