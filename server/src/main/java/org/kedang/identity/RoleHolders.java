package org.kedang.identity;

import io.swagger.v3.oas.annotations.media.Schema;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who holds which role. */
@Repository
public class RoleHolders {
    /** One who holds a role somewhere. */
    @Schema(name = "RoleHolder")
    public record Holder(
            UUID personId, String personName, String departmentName, boolean suspended) {}

    private record Counted(String role, long people) {}

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    RoleHolders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** People per role, suspended grants included. */
    public Map<String, Long> countAll() {
        return jdbc
                .sql(
                        "select role, count(distinct person_id) people from role_grant where state"
                                + " <> 'ENDED' group by role")
                .query(Counted.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Counted::role, Counted::people));
    }

    /** The first of them by name. */
    public List<Holder> list(String role) {
        return jdbc.sql(
                        """
                        select p.id person_id, p.name person_name, d.name department_name, g.state = 'SUSPENDED' suspended
                        from role_grant g join person p on p.id = g.person_id join department d on d.id = g.department_id
                        where g.role = :role and g.state <> 'ENDED' order by p.name, d.name limit :most
                        """)
                .param("role", role)
                .param("most", MOST)
                .query(Holder.class)
                .list();
    }
}
