package org.kedang.approval;

import org.kedang.kernel.ChinaTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
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

    /** One stands in for another from one day to another, both included. */
    record Deputy(UUID id, UUID personId, UUID deputyId, LocalDate firstDay, LocalDate lastDay) {}

    void add(Deputy deputy) {
        jdbc.sql(
                        """
                        insert into approval_deputy (id, person_id, deputy_id, first_day, last_day, made_at)
                        values (:id, :person, :deputy, :first, :last, :now)
                        """)
                .param("id", deputy.id())
                .param("person", deputy.personId())
                .param("deputy", deputy.deputyId())
                .param("first", deputy.firstDay())
                .param("last", deputy.lastDay())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those who stand in for one of these people today. */
    List<UUID> standingInFor(Collection<UUID> people) {
        return jdbc.sql(
                        """
                        select distinct deputy_id from approval_deputy
                        where person_id in (:people) and ended_at is null and :today between first_day and last_day
                        """)
                .param("people", people)
                .param("today", today())
                .query(UUID.class)
                .list();
    }

    /** Whether there was one of this person to end. */
    boolean end(UUID id, UUID person) {
        return jdbc.sql(
                                "update approval_deputy set ended_at = :now where id = :id and"
                                        + " person_id = :person and ended_at is null")
                        .param("id", id)
                        .param("person", person)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Those that have not ended, the next first. */
    List<Deputy> of(UUID person) {
        return jdbc.sql(
                        """
                        select id, person_id, deputy_id, first_day, last_day from approval_deputy
                        where person_id = :person and ended_at is null and last_day >= :today order by first_day, id
                        """)
                .param("person", person)
                .param("today", today())
                .query(Deputy.class)
                .list();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ChinaTime.ZONE);
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
                        .param("today", today())
                        .query(UUID.class)
                        .list());
    }
}
