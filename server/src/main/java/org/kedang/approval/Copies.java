package org.kedang.approval;

import org.kedang.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

/** Who was let see which request, as rows. */
@Repository
class Copies {
    private final JdbcClient jdbc;
    private final Clock clock;

    Copies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the person had no copy before. */
    boolean add(Actor by, UUID id, UUID person) {
        return jdbc.sql(
                                """
                                insert into approval_copy (request_id, person_id, copied_by, copied_at)
                                values (:request, :person, :by, :now) on conflict do nothing
                                """)
                        .param("request", id)
                        .param("person", person)
                        .param("by", by.id())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
