package org.kedang.identity;

import org.kedang.kernel.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which roles people hold, and what roles allow. */
@Repository
class Grants {
    /** A role as people read it. */
    record Role(
            String code,
            String zh,
            String en,
            String scope,
            boolean administrator,
            List<String> permissions) {}

    private final JdbcClient jdbc;

    Grants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<String> rolesOf(UUID person) {
        return jdbc.sql(
                        "select r.code from person_role pr join role r on r.code = pr.role where"
                                + " pr.person_id = :person order by r.position")
                .param("person", person)
                .query(String.class)
                .list();
    }

    Set<Permission> permissionsOf(UUID person) {
        Set<Permission> all = EnumSet.noneOf(Permission.class);
        jdbc.sql(
                        "select distinct rp.permission from person_role pr join role_permission rp"
                                + " on rp.role = pr.role where pr.person_id = :person")
                .param("person", person)
                .query(String.class)
                .list()
                .forEach(name -> all.add(Permission.valueOf(name)));
        return all;
    }

    /** The widest scope among the person's roles. */
    Scope scopeOf(UUID person) {
        return jdbc
                .sql(
                        "select r.scope from person_role pr join role r on r.code = pr.role where"
                                + " pr.person_id = :person")
                .param("person", person)
                .query(String.class)
                .list()
                .stream()
                .map(Scope::valueOf)
                .max(Enum::compareTo)
                .orElse(Scope.NONE);
    }

    void replace(UUID person, Set<String> roles) {
        jdbc.sql("delete from person_role where person_id = :person")
                .param("person", person)
                .update();
        jdbc.sql(
                        "insert into person_role (person_id, role, administrator) select :person,"
                                + " code, administrator from role where code in (:roles)")
                .param("person", person)
                .param("roles", roles.isEmpty() ? Set.of("") : roles)
                .update();
    }

    List<Role> listRoles() {
        var permissions =
                jdbc
                        .sql("select role, permission from role_permission order by permission")
                        .query((row, n) -> List.of(row.getString(1), row.getString(2)))
                        .list()
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        List::getFirst,
                                        Collectors.mapping(List::getLast, Collectors.toList())));
        return jdbc.sql("select * from role order by position")
                .query(
                        (row, n) ->
                                new Role(
                                        row.getString("code"),
                                        row.getString("zh"),
                                        row.getString("en"),
                                        row.getString("scope"),
                                        row.getBoolean("administrator"),
                                        permissions.getOrDefault(row.getString("code"), List.of())))
                .list();
    }

    boolean isAnyoneGranted() {
        return jdbc.sql("select exists (select 1 from person_role)").query(Boolean.class).single();
    }
}
