package org.kedang.approval;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

/** Who agreed to requests, for deeds that a further person must do. */
@Component
public class Agreed {
    private final JdbcClient jdbc;

    Agreed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those who approved, in the order of time; who stood in, and for whom. */
    public List<UUID> listPeople(UUID request) {
        return jdbc
                .sql(
                        """
                        select who from approval_task t cross join lateral (values (t.decided_by), (t.person_id)) people (who)
                        where t.request_id = :request and t.state = 'APPROVED' order by t.decided_at, t.id
                        """)
                .param("request", request)
                .query(UUID.class)
                .list()
                .stream()
                .distinct()
                .toList();
    }
}
