package org.kedang.identity;

import org.kedang.kernel.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The roles as the organisation has defined them. */
@Repository
public class Roles {
    private static final String SELECT =
            """
            select r.*, array(select permission from role_permission rp where rp.role = r.code) permissions,
                   array(select department_id from role_department rd where rd.role = r.code) chosen
            from role r
            """;

    private final JdbcClient jdbc;

    Roles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Role> list() {
        return jdbc.sql(SELECT + " where not r.retired order by r.position, r.code")
                .query((row, n) -> role(row))
                .list();
    }

    /** All, the retired ones at the end. */
    public List<Role> listAll() {
        return jdbc.sql(SELECT + " order by r.retired, r.position, r.code")
                .query((row, n) -> role(row))
                .list();
    }

    public Optional<Role> find(String code) {
        return jdbc.sql(SELECT + " where r.code = :code")
                .param("code", code)
                .query((row, n) -> role(row))
                .optional();
    }

    /**
     * Lets the role count from these networks only.
     *
     * @param networks CIDR blocks; empty for anywhere
     */
    public void restrict(String code, List<String> networks) {
        jdbc.sql("update role set networks = :networks where code = :code")
                .param("networks", networks.toArray(String[]::new))
                .param("code", code)
                .update();
    }

    void lock(String code) {
        jdbc.sql("select code from role where code = :code for no key update")
                .param("code", code)
                .query()
                .listOfRows();
    }

    /** Writes all but the networks. */
    void save(RoleDraft draft) {
        jdbc.sql(
                        """
                        insert into role (code, zh, en, scope, administrator, position, high, retired)
                        select :code, :zh, :en, :scope, false, max(position) + 1, :high, :retired from role
                        on conflict (code) do update set zh = excluded.zh, en = excluded.en, scope = excluded.scope,
                            high = excluded.high, retired = excluded.retired
                        """)
                .param("code", draft.code())
                .param("zh", draft.zh())
                .param("en", draft.en())
                .param("scope", draft.scope().name())
                .param("high", draft.high())
                .param("retired", draft.retired())
                .update();
        replacePermissions(draft);
        replaceDepartments(draft);
    }

    private void replacePermissions(RoleDraft draft) {
        jdbc.sql("delete from role_permission where role = :role")
                .param("role", draft.code())
                .update();
        for (Permission permission : draft.permissions()) {
            jdbc.sql(
                            """
                            insert into role_permission (role, permission, administrator)
                            select code, :permission, administrator from role where code = :role
                            """)
                    .param("role", draft.code())
                    .param("permission", permission.name())
                    .update();
        }
    }

    private void replaceDepartments(RoleDraft draft) {
        jdbc.sql("delete from role_department where role = :role")
                .param("role", draft.code())
                .update();
        for (UUID department : draft.departments()) {
            jdbc.sql(
                            "insert into role_department (role, department_id) values (:role,"
                                    + " :department)")
                    .param("role", draft.code())
                    .param("department", department)
                    .update();
        }
    }

    private static Role role(ResultSet row) throws SQLException {
        return new Role(
                row.getString("code"),
                row.getString("zh"),
                row.getString("en"),
                Arrays.stream((String[]) row.getArray("permissions").getArray())
                        .map(Permission::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class))),
                Scope.valueOf(row.getString("scope")),
                Set.of((UUID[]) row.getArray("chosen").getArray()),
                row.getBoolean("administrator"),
                row.getBoolean("high"),
                List.of((String[]) row.getArray("networks").getArray()),
                row.getBoolean("retired"));
    }
}
