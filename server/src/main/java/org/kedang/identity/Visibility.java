package org.kedang.identity;

import org.kedang.kernel.SqlPredicate;

import java.util.Set;
import java.util.UUID;

/**
 * What one person may see, computed once per request and used as a predicate in every query.
 *
 * @param person the person; what this person owns is visible (unless {@code nothing})
 * @param nothing for people whose offices read no content at all
 * @param everything whether every department is visible
 * @param departments departments whose things are visible
 * @param clearance the highest secrecy level that is visible
 */
public record Visibility(
        UUID person,
        boolean nothing,
        boolean everything,
        Set<UUID> departments,
        SecrecyLevel clearance) {

    /** Which rows of a table with {@code owner_id} and {@code department_id} are visible. */
    public SqlPredicate predicate(String alias) {
        if (nothing) {
            return SqlPredicate.FALSE;
        }
        if (everything) {
            return SqlPredicate.TRUE;
        }
        SqlPredicate own = SqlPredicate.of(alias + ".owner_id = :visPerson", "visPerson", person);
        if (departments.isEmpty()) {
            return own;
        }
        return new SqlPredicate(
                "(" + own.sql() + " or " + alias + ".department_id in (:visDepartments))",
                java.util.Map.of("visPerson", person, "visDepartments", departments));
    }

    /** Which rows of a table that also has {@code secrecy} (0 to 3) are visible. */
    public SqlPredicate predicateWithSecrecy(String alias) {
        return predicate(alias)
                .and(
                        SqlPredicate.of(
                                alias + ".secrecy <= :visClearance",
                                "visClearance",
                                clearance.ordinal()));
    }

    /** The same question for one thing already in hand. */
    public boolean includes(UUID owner, UUID department) {
        return !nothing && (everything || person.equals(owner) || departments.contains(department));
    }
}
