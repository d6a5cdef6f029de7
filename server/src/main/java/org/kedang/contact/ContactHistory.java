package org.kedang.contact;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.TimelineEntry;
import org.kedang.customer.TimelineKind;
import org.kedang.customer.TimelineRows;
import org.kedang.customer.TimelineSource;
import org.kedang.form.Label;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Contacts in a customer's timeline: who came, and who began or ceased to decide. */
@Component
class ContactHistory implements TimelineSource {
    private static final TimelineKind KIND =
            new TimelineKind("contact", Label.of("联系人", "Contacts"));

    private final TimelineRows rows;
    private final Directory directory;

    ContactHistory(TimelineRows rows, Directory directory) {
        this.rows = rows;
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
        return rows.list(
                """
                select c.id, c.created_at at, 'ADDED' what, c.name, c.created_by by
                from contact c where c.customer_id = :customer
                union all
                select t.id, t.recorded_at, 'BEGAN', c.name, t.recorded_by
                from contact_role_term t join contact c on c.id = t.contact_id
                where t.customer_id = :customer and t.role = 'DECIDER'
                union all
                select t.contact_id, t.ended_at, 'ENDED', c.name, t.ended_by
                from contact_role_term t join contact c on c.id = t.contact_id
                where t.customer_id = :customer and t.role = 'DECIDER' and t.ended_at is not null
                """,
                customer.id(),
                before,
                most,
                (row, n) -> entry(row, customer.id()));
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
