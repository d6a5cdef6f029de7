package org.kedang.registration;

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

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Tells when a customer was put on record. */
@Component
class RegistrationTimeline implements TimelineSource {
    private final TimelineRows rows;
    private final Directory directory;

    RegistrationTimeline(TimelineRows rows, Directory directory) {
        this.rows = rows;
        this.directory = directory;
    }

    @Override
    public TimelineKind kind() {
        return new TimelineKind("registration", Label.of("备案", "Registration"));
    }

    @Override
    public List<TimelineEntry> list(
            Actor reader,
            CustomerSummary customer,
            TimelineEntry.@Nullable Place before,
            int most) {
        return rows.list(
                """
                select customer_id id, registered_at at, number, registered_by, request_id from registration
                where customer_id = :customer and state = 'DONE'
                """,
                customer.id(),
                before,
                most,
                (row, n) ->
                        new TimelineEntry(
                                row.getObject("id", UUID.class),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                Label.of("完成备案", "Put on record"),
                                row.getString("number"),
                                directory.personName(row.getObject("registered_by", UUID.class)),
                                "/approvals/" + row.getString("request_id")));
    }
}
