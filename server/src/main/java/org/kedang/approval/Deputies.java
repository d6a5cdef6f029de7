package org.kedang.approval;

import org.kedang.calendar.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** Who stands in for whom while somebody is away. */
@Repository
class Deputies {
    private final JdbcClient jdbc;
    private final Clock clock;

    Deputies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those for whom the person may decide today. */
    Set<UUID> standInFor(UUID deputy) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select distinct person_id from approval_deputy
                                where deputy_id = :deputy and ended_at is null and :today between first_day and last_day
                                """)
                        .param("deputy", deputy)
                        .param("today", LocalDate.ofInstant(clock.instant(), WorkingCalendar.ZONE))
                        .query(UUID.class)
                        .list());
    }
}
