package org.kedang.walk;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Ids;
import org.kedang.kernel.Permission;
import org.kedang.walk.Walker.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Departments, roles and people of every kind, written straight into the tables, so that nothing of
 * what is to be proved helps in making them.
 */
final class Company {
    static final UUID SYSTEM = new UUID(0, 0);

    private static final List<Permission> BUSINESS =
            List.of(
                    Permission.CUSTOMER_READ,
                    Permission.CUSTOMER_WRITE,
                    Permission.ARCHIVE_READ,
                    Permission.ARCHIVE_WRITE,
                    Permission.SENSITIVE_REVEAL,
                    Permission.ACCESS_GRANT);

    private final JdbcClient jdbc;
    private final String run =
            Ids.next().toString().substring(32).toUpperCase(java.util.Locale.ROOT);
    private int people;

    /** The walkers' department, one below it, one that a role names, one far from all. */
    final UUID here;

    final UUID below;
    final UUID chosen;
    final UUID far;

    /** Somebody in each department who owns things there and walks nowhere. */
    final Map<UUID, UUID> owners;

    final String planter;
    final List<Walker> walkers = new ArrayList<>();

    Company(JdbcClient jdbc) {
        this.jdbc = jdbc;
        UUID root = department("根", null);
        this.here = department("本", root);
        this.below = department("下", here);
        this.chosen = department("选", root);
        this.far = department("远", root);
        this.owners =
                List.of(here, below, chosen, far).stream()
                        .collect(
                                Collectors.toMap(
                                        d -> d,
                                        d -> person(name("owner" + people++), d, 0, false)));
        this.planter = name("planter");
        grant(person(planter, far, 3, true), role("PLANTER", "ALL", BUSINESS), far);
        scopes();
        mixtures();
        offices();
    }

    /** Each scope with each clearance, with and without a valid agreement. */
    private void scopes() {
        Map<String, Reach> scopes =
                Map.of(
                        "NONE", Reach.NOTHING,
                        "OWN", Reach.ofOwn(),
                        "DEPARTMENT", Reach.of(here),
                        "DEPARTMENT_AND_BELOW", Reach.of(here, below),
                        "CHOSEN", Reach.of(chosen),
                        "ALL", Reach.ALL);
        scopes.forEach(
                (scope, reach) -> {
                    String role = role(scope, scope, BUSINESS);
                    for (int clearance = 0; clearance <= 3; clearance++) {
                        for (boolean agreed : new boolean[] {true, false}) {
                            String name =
                                    name(
                                            scope.toLowerCase(java.util.Locale.ROOT)
                                                    + clearance
                                                    + (agreed ? "a" : "n"));
                            UUID id = person(name, here, clearance, agreed);
                            grant(id, role, here);
                            walkers.add(
                                    walker(id, name, reach, reach, BUSINESS, clearance, agreed));
                        }
                    }
                });
        for (int clearance = 0; clearance <= 3; clearance++) {
            String name = name("nothing" + clearance);
            UUID id = person(name, here, clearance, true);
            walkers.add(walker(id, name, Reach.NOTHING, Reach.NOTHING, List.of(), clearance, true));
        }
    }

    /** Roles that must not add up to more than each allows, and grants that do not count. */
    private void mixtures() {
        String readsAll =
                role("RA", "ALL", List.of(Permission.CUSTOMER_READ, Permission.ARCHIVE_READ));
        String writesOwn = role("WO", "OWN", BUSINESS);
        String name = name("readsall-writesown");
        UUID id = person(name, here, 2, true);
        grant(id, readsAll, far);
        grant(id, writesOwn, here);
        walkers.add(walker(id, name, Reach.ALL, Reach.ofOwn(), BUSINESS, 2, true));

        String customers = role("CU", "ALL", List.of(Permission.CUSTOMER_READ));
        name = name("customers-only");
        id = person(name, here, 3, true);
        grant(id, customers, here);
        walkers.add(
                walker(
                        id,
                        name,
                        Reach.ALL,
                        Reach.NOTHING,
                        List.of(Permission.CUSTOMER_READ),
                        3,
                        true));

        String suspended = name("suspended");
        id = person(suspended, here, 3, true);
        grant(id, readsAll, here);
        jdbc.sql("update role_grant set state = 'SUSPENDED' where person_id = :id")
                .param("id", id)
                .update();
        walkers.add(walker(id, suspended, Reach.NOTHING, Reach.NOTHING, List.of(), 3, true));

        String expired = name("expired");
        id = person(expired, here, 3, true);
        grant(id, readsAll, here);
        jdbc.sql("update role_grant set valid_until = :day where person_id = :id")
                .param("id", id)
                .param("day", today().minusDays(1))
                .update();
        walkers.add(walker(id, expired, Reach.NOTHING, Reach.NOTHING, List.of(), 3, true));
    }

    private void offices() {
        jdbc.sql("select code from role where administrator and not retired")
                .query(String.class)
                .list()
                .forEach(
                        office -> {
                            String name =
                                    name(
                                            office.toLowerCase(java.util.Locale.ROOT)
                                                    .replace('_', '-'));
                            UUID id = person(name, here, 3, true);
                            grant(id, office, here);
                            List<Permission> permissions =
                                    jdbc.sql(
                                                    "select permission from role_permission where"
                                                            + " role = :role")
                                            .param("role", office)
                                            .query(Permission.class)
                                            .list();
                            walkers.add(
                                    walker(
                                            id,
                                            name,
                                            Reach.NOTHING,
                                            Reach.NOTHING,
                                            permissions,
                                            3,
                                            true));
                        });
    }

    private static Walker walker(
            UUID id,
            String name,
            Reach reads,
            Reach writes,
            List<Permission> permissions,
            int clearance,
            boolean agreed) {
        return new Walker(
                id,
                name,
                reads,
                writes,
                Set.copyOf(permissions),
                clearance,
                agreed,
                new HashSet<>(),
                new HashSet<>());
    }

    /** Opens one customer or dossier to a walker. */
    void open(Walker walker, Planted thing, boolean mayEdit) {
        explicit(walker.id(), null, thing, mayEdit, 1);
        walker.opened().add(thing.id());
        if (mayEdit) {
            walker.changeable().add(thing.id());
        }
    }

    /** Opens it to all of the walkers' department. */
    void openToDepartment(Planted thing) {
        explicit(null, here, thing, false, 1);
        walkers.forEach(walker -> walker.opened().add(thing.id()));
    }

    /** What was open until yesterday. */
    void openedOnce(Walker walker, Planted thing) {
        explicit(walker.id(), null, thing, true, -1);
    }

    private void explicit(
            @Nullable UUID person,
            @Nullable UUID department,
            Planted thing,
            boolean mayEdit,
            int days) {
        boolean customer = thing.kind() == Kind.CUSTOMER;
        jdbc.sql(
                        """
                        insert into explicit_grant (id, person_id, department_id, customer_id, dossier_id, may_edit, valid_until,
                          reason, granted_by, granted_at)
                        values (:id, :person, :department, :customer, :dossier, :edit, :until, '走查', :system, now())
                        """)
                .param("id", Ids.next())
                .param("person", person)
                .param("department", department)
                .param("customer", customer ? thing.id() : null)
                .param("dossier", customer ? null : thing.id())
                .param("edit", mayEdit)
                .param("until", OffsetDateTime.now(ZoneOffset.UTC).plusDays(days))
                .param("system", SYSTEM)
                .update();
    }

    private String name(String what) {
        return "walk-" + run.toLowerCase(java.util.Locale.ROOT) + "-" + what;
    }

    private UUID department(String name, @Nullable UUID parent) {
        UUID id = Ids.next();
        jdbc.sql(
                        "insert into department (id, code, name, parent_id) values (:id, :code,"
                                + " :name, :parent)")
                .param("id", id)
                .param("code", "W" + run + people++)
                .param("name", "走查" + name)
                .param("parent", parent)
                .update();
        return id;
    }

    /** Signs in with the demo accounts' password. */
    private UUID person(String userName, UUID department, int clearance, boolean agreed) {
        UUID id = Ids.next();
        jdbc.sql(
                        """
                        insert into person (id, version, user_name, name, department_id, password_hash, must_change_password, state,
                          clearance, created_at, secret_until)
                        select :id, 0, :userName, :userName, :department, password_hash, false, 'ACTIVE', :clearance, now(), :until
                        from person where user_name = 'clerk'
                        """)
                .param("id", id)
                .param("userName", userName)
                .param("department", department)
                .param("clearance", clearance)
                .param("until", agreed ? today().plusDays(1) : today().minusDays(1))
                .update();
        return id;
    }

    private String role(String code, String scope, List<Permission> permissions) {
        String role = "WALK_" + code + "_" + run;
        jdbc.sql(
                        """
                        insert into role (code, zh, en, scope, administrator, position, high)
                        values (:role, :role, :role, :scope, false, 900, false)
                        """)
                .param("role", role)
                .param("scope", scope)
                .update();
        permissions.forEach(
                permission ->
                        jdbc.sql(
                                        "insert into role_permission (role, permission,"
                                            + " administrator) values (:role, :permission, false)")
                                .param("role", role)
                                .param("permission", permission.name())
                                .update());
        if (permissions.size() > 1) {
            readClear(role);
        }
        if (scope.equals("CHOSEN")) {
            jdbc.sql(
                            "insert into role_department (role, department_id) values (:role,"
                                    + " :department)")
                    .param("role", role)
                    .param("department", chosen)
                    .update();
        }
        return role;
    }

    /** Roles without such rules see sensitive fields in their masked form only. */
    private void readClear(String role) {
        jdbc.sql(
                        """
                        insert into field_rule (role, field, access)
                        select :role, field, 'EDIT' from unnest(array['PHONE', 'ID_NUMBER', 'BANK_ACCOUNT', 'MAIL', 'ADDRESS']) field
                        """)
                .param("role", role)
                .update();
    }

    private void grant(UUID person, String role, UUID department) {
        jdbc.sql(
                        """
                        insert into role_grant (id, person_id, role, administrator, high, department_id, state, granted_by, granted_at)
                        select :id, :person, code, administrator, high, :department, 'EFFECTIVE', :system, now() from role where code = :role
                        """)
                .param("id", Ids.next())
                .param("person", person)
                .param("role", role)
                .param("department", department)
                .param("system", SYSTEM)
                .update();
    }

    private static LocalDate today() {
        return LocalDate.now(ChinaTime.ZONE);
    }
}
