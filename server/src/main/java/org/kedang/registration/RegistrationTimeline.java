package org.kedang.registration;

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

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Tells when a customer was put on record. */
@Component
class RegistrationTimeline implements TimelineSource {
    private final JdbcClient jdbc;
    private final Directory directory;

    RegistrationTimeline(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
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
        return jdbc
                .sql(
                        "select customer_id, registered_at, number, registered_by, request_id from"
                                + " registration where customer_id = :customer and state = 'DONE'")
                .param("customer", customer.id())
                .query(
                        (row, n) ->
                                new TimelineEntry(
                                        row.getObject("customer_id", UUID.class),
                                        row.getObject("registered_at", OffsetDateTime.class)
                                                .toInstant(),
                                        Label.of("完成备案", "Put on record"),
                                        row.getString("number"),
                                        directory.personName(
                                                row.getObject("registered_by", UUID.class)),
                                        "/approvals/" + row.getString("request_id")))
                .list()
                .stream()
                .filter(entry -> before == null || isOlder(entry, before))
                .limit(most)
                .toList();
    }

    private static boolean isOlder(TimelineEntry entry, TimelineEntry.Place than) {
        int byTime = entry.at().compareTo(than.at());
        return byTime < 0
                || (byTime == 0 && entry.id().toString().compareTo(than.id().toString()) < 0);
    }
}
