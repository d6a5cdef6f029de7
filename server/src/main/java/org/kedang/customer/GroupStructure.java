package org.kedang.customer;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Visibility;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.List;
import java.util.UUID;

/** Which customers belong together: parents with their subsidiaries and branches. */
@Repository
public class GroupStructure {
    /** Deeper than any real group; it also ends a walk around a circle. */
    private static final int DEEPEST = 12;

    private static final int MOST = 500;

    /**
     * A member of a group as a reader may see it.
     *
     * @param parentId may name a member that the reader may not see, and that is left out
     */
    @Schema(name = "GroupMember")
    public record Member(
            UUID id,
            String number,
            String name,
            CustomerKind kind,
            @Nullable CustomerGrade grade,
            @Nullable UUID parentId) {}

    private final JdbcClient jdbc;

    GroupStructure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The whole group that a customer belongs to, by name, the customer itself among them; no more
     * than 500 members.
     */
    public List<Member> list(UUID customer, Visibility visibility) {
        SqlPredicate visible = visibility.customers("c");
        return jdbc.sql(
                        """
                        with recursive above as (
                            select id, parent_id, 0 as height from customer where id = :customer
                            union all
                            select p.id, p.parent_id, a.height + 1 from above a join customer p on p.id = a.parent_id
                            where a.height < %1$d),
                        top as (select id from above order by height desc limit 1),
                        below as (
                            select id, 0 as depth from top
                            union all
                            select c.id, b.depth + 1 from below b join customer c on c.parent_id = b.id where b.depth < %1$d)
                        select c.id, c.number, c.name, c.kind, c.grade, c.parent_id
                        from (select distinct id from below) b join customer c on c.id = b.id
                        where %2$s order by c.name, c.id limit %3$d
                        """
                                .formatted(DEEPEST, visible.sql(), MOST))
                .param("customer", customer)
                .params(visible.params())
                .query(
                        (row, n) ->
                                new Member(
                                        row.getObject("id", UUID.class),
                                        row.getString("number"),
                                        row.getString("name"),
                                        CustomerKind.valueOf(row.getString("kind")),
                                        CustomerRecords.value(
                                                CustomerGrade.class, row.getString("grade")),
                                        row.getObject("parent_id", UUID.class)))
                .list();
    }

    /**
     * Refuses a parent that cannot be one: a person, one that the actor may not see, a member below
     * the customer, or too high a tower. Groups are changed one after the other, so that no two
     * changes close a circle between them.
     *
     * @param customer whose parent it shall be; {@code null} for one that is being registered
     */
    void requireParent(@Nullable UUID customer, UUID parent, Visibility visibility) {
        jdbc.sql("select pg_advisory_xact_lock(7424)").query().singleRow();
        SqlPredicate visible = visibility.customers("c");
        boolean known =
                jdbc.sql(
                                "select exists (select 1 from customer c where c.id = :parent and"
                                        + " c.type = 'ORGANISATION' and "
                                        + visible.sql()
                                        + ")")
                        .param("parent", parent)
                        .params(visible.params())
                        .query(Boolean.class)
                        .single();
        if (!known) {
            throw Problem.of(KernelProblem.INVALID_INPUT)
                    .field(
                            "parentId",
                            "invalid-choice",
                            "没有这个单位客户，请从列表中选择上级单位。",
                            "No such organisation; pick the parent from the list.");
        }
        List<UUID> above = above(parent);
        if (parent.equals(customer) || above.contains(customer) || above.size() >= DEEPEST) {
            throw Problem.of(KernelProblem.INVALID_INPUT)
                    .field(
                            "parentId",
                            "circle",
                            "上级单位不能是客户自己或它的下属单位，最多 12 级。",
                            "A parent can be neither the customer itself nor one below it; twelve"
                                    + " levels at most.");
        }
    }

    private List<UUID> above(UUID customer) {
        return jdbc.sql(
                        """
                        with recursive above as (
                            select id, parent_id, 0 as height from customer where id = :customer
                            union all
                            select p.id, p.parent_id, a.height + 1 from above a join customer p on p.id = a.parent_id
                            where a.height < %d)
                        select id from above
                        """
                                .formatted(DEEPEST))
                .param("customer", customer)
                .query(UUID.class)
                .list();
    }
}
