package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who could be asked to decide something: active employees by role, by permission, by place. */
@Repository
public class Holders {
    private static final String ACTIVE =
            " and p.state = 'ACTIVE' and p.stolen_at is null and p.kind = 'EMPLOYEE'";

    /** Deeper than any organisation; ends a ring that should not be there. */
    private static final int HIGHEST = 50;

    private record Place(UUID id, @Nullable UUID headId, boolean active) {}

    private final Accounts accounts;
    private final JdbcClient jdbc;

    Holders(Accounts accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** Whether it is an employee who may act. */
    public boolean isActive(UUID person) {
        return jdbc.sql("select exists (select 1 from person p where p.id = :id" + ACTIVE + ")")
                .param("id", person)
                .query(Boolean.class)
                .single();
    }

    /** Who holds the role now, by name. */
    public List<UUID> ofRole(String role) {
        return holding("g.role = :value", held -> held.code().equals(role), role);
    }

    /**
     * Who holds the permission now, by name.
     *
     * @param department only those who reach the department with it; offices reach no department
     *     and count anyway, for they decide about people and rules; {@code null} asks for no reach
     */
    public List<UUID> ofPermission(Permission permission, @Nullable UUID department) {
        List<UUID> holders =
                holding(
                        "exists (select 1 from role_permission x where x.role = g.role and"
                                + " x.permission = :value)",
                        held -> held.permissions().contains(permission),
                        permission.name());
        return department == null
                ? holders
                : holders.stream().filter(one -> reaches(one, permission, department)).toList();
    }

    private boolean reaches(UUID person, Permission permission, UUID department) {
        return heldBy(person)
                .filter(role -> role.permissions().contains(permission))
                .anyMatch(
                        role ->
                                role.administrator()
                                        || role.scope() == Scope.ALL
                                        || role.departments().contains(department));
    }

    private List<UUID> holding(String condition, Predicate<HeldRole> counts, String value) {
        return jdbc
                .sql(
                        """
                        select p.id from person p where exists (
                            select 1 from role_grant g where g.person_id = p.id and g.state = 'EFFECTIVE' and %s)
                        """
                                        .formatted(condition)
                                + ACTIVE
                                + " order by p.name, p.id")
                .param("value", value)
                .query(UUID.class)
                .list()
                .stream()
                .filter(one -> heldBy(one).anyMatch(counts))
                .toList();
    }

    /** The roles that count today: grants end by their last day, and roles are retired. */
    private Stream<HeldRole> heldBy(UUID person) {
        return accounts.find(person).stream().flatMap(account -> account.held().stream());
    }

    /**
     * The head of the department so many levels above, or the next head further up if there is none
     * or he is among those that do not count.
     *
     * @param levels 0 is the department itself
     */
    public Optional<UUID> headAbove(UUID department, int levels, Set<UUID> not) {
        return placesAbove(department).stream()
                .skip(levels)
                .filter(Place::active)
                .map(Place::headId)
                .filter(head -> head != null && !not.contains(head))
                .findFirst();
    }

    /** The department and all above it, from below. */
    public List<UUID> departmentsAbove(UUID department) {
        return placesAbove(department).stream().map(Place::id).toList();
    }

    private List<Place> placesAbove(UUID department) {
        return jdbc.sql(
                        """
                        with recursive above as (
                            select id, parent_id, head_id, 0 as level from department where id = :id
                            union all
                            select d.id, d.parent_id, d.head_id, a.level + 1
                            from department d join above a on d.id = a.parent_id where a.level < :highest)
                        select a.id, a.head_id, exists (select 1 from person p where p.id = a.head_id%s) active
                        from above a order by a.level
                        """
                                .formatted(ACTIVE))
                .param("id", department)
                .param("highest", HIGHEST)
                .query(Place.class)
                .list();
    }
}
