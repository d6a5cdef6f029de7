package org.kedang.assignment;

import org.kedang.identity.Account;
import org.kedang.identity.Accounts;
import org.kedang.identity.Visibilities;
import org.kedang.kernel.Actor;
import org.kedang.kernel.ChinaTime;
import org.kedang.kernel.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The people there are. */
@Component
class KnownStaff implements Staff {
    private final Accounts accounts;
    private final Visibilities visibilities;
    private final JdbcClient jdbc;

    KnownStaff(Accounts accounts, Visibilities visibilities, JdbcClient jdbc) {
        this.accounts = accounts;
        this.visibilities = visibilities;
        this.jdbc = jdbc;
    }

    @Override
    public boolean isEntitled(UUID person) {
        return accounts.find(person).filter(Account::employee).filter(this::reaches).isPresent();
    }

    /** A customer of one's own must be within one's reach. */
    private boolean reaches(Account account) {
        Actor actor = account.actor(Actor.Connection.INSIDE);
        return visibilities
                .of(actor, Permission.CUSTOMER_WRITE)
                .includes(actor.id(), actor.departmentId());
    }

    @Override
    public List<UUID> entitledOf(UUID department) {
        return jdbc
                .sql(
                        """
                        with recursive below as (
                            select id from department where id = :top
                            union select d.id from department d join below b on d.parent_id = b.id)
                        select p.id from person p join below b on b.id = p.department_id
                        where p.state = 'ACTIVE' and p.kind = 'EMPLOYEE' order by p.id
                        """)
                .param("top", department)
                .query(UUID.class)
                .list()
                .stream()
                .filter(this::isEntitled)
                .toList();
    }

    @Override
    public Map<UUID, Long> loads(List<UUID> people) {
        Map<UUID, Long> loads = new HashMap<>();
        if (!people.isEmpty()) {
            jdbc.sql(
                            "select owner_id, count(*) count from customer where owner_id in"
                                    + " (:people) group by owner_id")
                    .param("people", people)
                    .query(
                            row -> {
                                loads.put(
                                        row.getObject("owner_id", UUID.class),
                                        row.getLong("count"));
                            });
        }
        return loads;
    }

    @Override
    public LocalDate joined(UUID person) {
        return jdbc.sql("select created_at from person where id = :id")
                .param("id", person)
                .query(OffsetDateTime.class)
                .single()
                .atZoneSameInstant(ChinaTime.ZONE)
                .toLocalDate();
    }
}
