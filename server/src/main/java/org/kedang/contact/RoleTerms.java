package org.kedang.contact;

import org.jspecify.annotations.Nullable;
import org.kedang.identity.Directory;
import org.kedang.kernel.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Who had which part in a customer's decisions, as rows. */
@Repository
class RoleTerms {
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Clock clock;

    RoleTerms(JdbcClient jdbc, Directory directory, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.clock = clock;
    }

    void begin(
            Contacts.Stored contact,
            DecisionRole role,
            LocalDate since,
            @Nullable String reason,
            UUID by) {
        jdbc.sql(
                        """
                        insert into contact_role_term (id, contact_id, customer_id, role, since, reason, recorded_by, recorded_at)
                        values (:id, :contact, :customer, :role, :since, :reason, :by, :now)
                        """)
                .param("id", Ids.next())
                .param("contact", contact.id())
                .param("customer", contact.customerId())
                .param("role", role.name())
                .param("since", since)
                .param("reason", reason)
                .param("by", by)
                .param("now", now())
                .update();
    }

    /** Ends the term that lasts; nothing if none does. */
    void end(UUID contact, LocalDate until, @Nullable String reason, UUID by) {
        jdbc.sql(
                        """
                        update contact_role_term set until = :until, end_reason = :reason, ended_by = :by, ended_at = :now
                        where contact_id = :contact and until is null
                        """)
                .param("contact", contact)
                .param("until", until)
                .param("reason", reason)
                .param("by", by)
                .param("now", now())
                .update();
    }

    /** Who decides and who decided, the latest first. */
    List<RoleTerm> listDeciders(UUID customer) {
        return list(
                "t.customer_id = :id and t.role = 'DECIDER' order by t.since desc, t.id desc",
                customer);
    }

    /** All that the contact was, the latest first. */
    List<RoleTerm> listOf(UUID contact) {
        return list("t.contact_id = :id order by t.since desc, t.id desc", contact);
    }

    private List<RoleTerm> list(String which, UUID id) {
        return jdbc.sql(
                        "select t.*, c.name from contact_role_term t join contact c on c.id ="
                                + " t.contact_id where "
                                + which
                                + " limit "
                                + MOST)
                .param("id", id)
                .query(
                        (row, n) ->
                                new RoleTerm(
                                        row.getObject("contact_id", UUID.class),
                                        row.getString("name"),
                                        DecisionRole.valueOf(row.getString("role")),
                                        row.getObject("since", LocalDate.class),
                                        row.getObject("until", LocalDate.class),
                                        row.getString("reason"),
                                        row.getString("end_reason"),
                                        directory.personName(
                                                row.getObject("recorded_by", UUID.class))))
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
