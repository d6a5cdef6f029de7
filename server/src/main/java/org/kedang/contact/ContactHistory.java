package org.kedang.contact;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.TimelineEntry;
import org.kedang.customer.TimelineKind;
import org.kedang.customer.TimelineSource;
import org.kedang.form.Label;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Contacts in a customer's timeline: who came, and who began or ceased to decide. */
@Component
class ContactHistory implements TimelineSource {
    private static final TimelineKind KIND =
            new TimelineKind("contact", Label.of("联系人", "Contacts"));

    /** After everything that ever happens. */
    private static final TimelineEntry.Place END =
            new TimelineEntry.Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1L, -1L));

    private final JdbcClient jdbc;
    private final Directory directory;

    ContactHistory(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    @Override
    public TimelineKind kind() {
        return KIND;
    }

    @Override
    public List<TimelineEntry> list(
            Actor reader,
            CustomerSummary customer,
            TimelineEntry.@Nullable Place before,
            int most) {
        TimelineEntry.Place place = before == null ? END : before;
        return jdbc.sql(
                        """
                        select h.* from (
                            select c.id, c.created_at at, 'ADDED' what, c.name, c.created_by by
                            from contact c where c.customer_id = :customer
                            union all
                            select t.id, t.recorded_at, 'BEGAN', c.name, t.recorded_by
                            from contact_role_term t join contact c on c.id = t.contact_id
                            where t.customer_id = :customer and t.role = 'DECIDER'
                            union all
                            select t.contact_id, t.ended_at, 'ENDED', c.name, t.ended_by
                            from contact_role_term t join contact c on c.id = t.contact_id
                            where t.customer_id = :customer and t.role = 'DECIDER' and t.ended_at is not null) h
                        where (h.at, h.id) < (:at, :id)
                        order by h.at desc, h.id desc limit :most
                        """)
                .param("customer", customer.id())
                .param("at", OffsetDateTime.ofInstant(place.at(), ZoneOffset.UTC))
                .param("id", place.id())
                .param("most", most)
                .query((row, n) -> entry(row, customer.id()))
                .list();
    }

    private TimelineEntry entry(ResultSet row, UUID customer) throws SQLException {
        Label what =
                switch (row.getString("what")) {
                    case "BEGAN" -> Label.of("成为决策人", "Became decision-maker");
                    case "ENDED" -> Label.of("不再是决策人", "Ceased to decide");
                    default -> Label.of("登记联系人", "Contact added");
                };
        return new TimelineEntry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                what,
                row.getString("name"),
                directory.personName(row.getObject("by", UUID.class)),
                "/customers/" + customer + "?tab=contacts");
    }
}
