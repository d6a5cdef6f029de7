package org.kedang.identity;

import org.kedang.kernel.SqlPredicate;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * What one person reaches with one permission, computed once per request and used as a predicate in
 * every query.
 *
 * @param person the person
 * @param own whether what the person owns is reached
 * @param everything whether every department is reached
 * @param departments departments whose things are reached
 * @param clearance the highest secrecy level that is open
 * @param customers customers opened singly, with all that is held about them
 * @param dossiers dossiers opened singly
 * @param fields what may be done with sensitive fields of what is reached
 */
public record Visibility(
        UUID person,
        boolean own,
        boolean everything,
        Set<UUID> departments,
        SecrecyLevel clearance,
        Set<UUID> customers,
        Set<UUID> dossiers,
        FieldRights fields) {

    /** Reaches nothing at all. */
    static Visibility nothing(UUID person) {
        return new Visibility(
                person,
                false,
                false,
                Set.of(),
                SecrecyLevel.PUBLIC,
                Set.of(),
                Set.of(),
                FieldRights.NONE);
    }

    /** The same things with other rights to their sensitive fields. */
    public Visibility with(FieldRights others) {
        return new Visibility(
                person, own, everything, departments, clearance, customers, dossiers, others);
    }

    /** What this and the other reach together. */
    Visibility or(Visibility other) {
        return new Visibility(
                person,
                own || other.own,
                everything || other.everything,
                union(departments, other.departments),
                clearance,
                union(customers, other.customers),
                union(dossiers, other.dossiers),
                fields.or(other.fields));
    }

    private static Set<UUID> union(Set<UUID> some, Set<UUID> more) {
        Set<UUID> all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }

    /** Which rows of {@code customer} are reached. */
    public SqlPredicate customers(String alias) {
        return everything
                ? SqlPredicate.TRUE
                : ofOwnerOrDepartment(alias + ".").or(sharedCustomers(alias));
    }

    /**
     * Which rows that are kept about customers and carry their place ({@code customer_id}, {@code
     * customer_owner_id}, {@code customer_department_id}) are reached: those of customers that are.
     */
    public SqlPredicate keptAboutCustomers(String alias) {
        return everything
                ? SqlPredicate.TRUE
                : ofOwnerOrDepartment(alias + ".customer_")
                        .or(in(alias + ".customer_id", "visCustomers", customers));
    }

    /** Which rows of {@code customer} were opened singly. */
    public SqlPredicate sharedCustomers(String alias) {
        return in(alias + ".id", "visCustomers", customers);
    }

    /** Which rows of {@code dossier} were opened singly, or with their customer. */
    public SqlPredicate sharedDossiers(String alias) {
        return in(alias + ".customer_id", "visCustomers", customers)
                .or(in(alias + ".id", "visDossiers", dossiers));
    }

    /** Which rows of {@code dossier} are reached and within the clearance. */
    public SqlPredicate dossiers(String alias) {
        SqlPredicate reached =
                everything
                        ? SqlPredicate.TRUE
                        : ofOwnerOrDepartment(alias + ".").or(sharedDossiers(alias));
        return reached.and(withinClearance(alias));
    }

    /** Which rows with a {@code secrecy} (0 to 3) are within the clearance. */
    public SqlPredicate withinClearance(String alias) {
        return SqlPredicate.of(
                alias + ".secrecy <= :visClearance", "visClearance", clearance.ordinal());
    }

    private SqlPredicate ofOwnerOrDepartment(String columns) {
        SqlPredicate owner =
                own
                        ? SqlPredicate.of(columns + "owner_id = :visPerson", "visPerson", person)
                        : SqlPredicate.FALSE;
        return owner.or(in(columns + "department_id", "visDepartments", departments));
    }

    private static SqlPredicate in(String column, String name, Set<UUID> ids) {
        return ids.isEmpty()
                ? SqlPredicate.FALSE
                : SqlPredicate.of(column + " in (:" + name + ")", name, ids);
    }

    /** The same question as {@link #customers} for one customer in hand. */
    public boolean includesCustomer(UUID id, UUID owner, UUID department) {
        return includes(owner, department) || customers.contains(id);
    }

    /** The same question as {@link #dossiers} for one dossier in hand, its secrecy excepted. */
    public boolean includesDossier(UUID id, UUID customer, UUID owner, UUID department) {
        return includes(owner, department) || customers.contains(customer) || dossiers.contains(id);
    }

    /** Whether something new of this owner and department would be reached. */
    public boolean includes(UUID owner, UUID department) {
        return everything || (own && person.equals(owner)) || departments.contains(department);
    }
}
