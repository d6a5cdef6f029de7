package org.kedang.alert;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.Accounts;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import tools.jackson.databind.ObjectMapper;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Keeps what was found: one alert for each stretch, which grows while the stretch goes on. */
@Component
class RaisingAlerts {
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Accounts accounts;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    RaisingAlerts(
            JdbcClient jdbc,
            ObjectMapper json,
            Accounts accounts,
            Audit audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.accounts = accounts;
        this.audit = audit;
        this.events = events;
    }

    /** Within the transaction that also moves the cursor. */
    void raise(List<Found> found, Instant now) {
        for (Found one : found) {
            if (!grow(one)) {
                add(one, now);
            }
        }
    }

    /** An alert that somebody has closed does not grow: what goes on then is told anew. */
    private boolean grow(Found found) {
        return jdbc.sql(
                                """
                                update alert set until = greatest(until, :until), count = :count, facts = :facts::jsonb,
                                    address = coalesce(:address, address),
                                    roles = array(select distinct unnest(roles || :roles::text[]) order by 1)
                                where id = (select id from alert where kind = :kind and key = :key and state <> 'CLOSED'
                                            and until >= :since order by until desc limit 1 for update)
                                """)
                        .param("until", found.until().atOffset(ZoneOffset.UTC))
                        .param("since", found.hit().since().atOffset(ZoneOffset.UTC))
                        .param("count", found.hit().count())
                        .param("facts", json.writeValueAsString(found.hit().facts()))
                        .param("address", found.address())
                        .param("roles", found.roles().toArray(String[]::new))
                        .param("kind", found.key().kind().name())
                        .param("key", found.key().key())
                        .update()
                > 0;
    }

    private void add(Found found, Instant now) {
        UUID id = Ids.next();
        RuleKind kind = found.key().kind();
        jdbc.sql(
                        """
                        insert into alert (id, kind, key, person_id, person_name, address, roles, since, until, count, facts,
                            raised_at)
                        values (:id, :kind, :key, :person, :name, :address, :roles, :since, :until, :count, :facts::jsonb,
                            :now)
                        """)
                .param("id", id)
                .param("kind", kind.name())
                .param("key", found.key().key())
                .param("person", found.person())
                .param("name", found.name())
                .param("address", found.address())
                .param("roles", roles(found))
                .param("since", found.hit().since().atOffset(ZoneOffset.UTC))
                .param("until", found.until().atOffset(ZoneOffset.UTC))
                .param("count", found.hit().count())
                .param("facts", json.writeValueAsString(found.hit().facts()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        Entry entry = Entry.of(Actor.SYSTEM, AlertAct.RAISED).subject("alert", id, kind.zh());
        audit.record(found.person() == null ? entry : entry.within(found.person()));
        events.publishEvent(new AlertRaised(id, kind, found.person()));
    }

    /** Who is refused at the door acts without any role, and is an administrator all the same. */
    private String[] roles(Found found) {
        Set<String> roles = new TreeSet<>(found.roles());
        if (found.person() != null) {
            accounts.find(found.person()).ifPresent(one -> roles.addAll(one.everywhere().roles()));
        }
        return roles.toArray(String[]::new);
    }
}
