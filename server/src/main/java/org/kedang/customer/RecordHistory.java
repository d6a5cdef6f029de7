package org.kedang.customer;

import org.jspecify.annotations.Nullable;
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

/** Tells when a customer's record was made and changed. */
@Component
class RecordHistory implements TimelineSource {
    private static final Label MADE = Label.of("登记客户", "Registered");
    private static final Label CHANGED = Label.of("修改资料", "Record changed");

    private final JdbcClient jdbc;
    private final Directory directory;

    RecordHistory(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    @Override
    public TimelineKind kind() {
        return new TimelineKind("record", Label.of("资料", "Record"));
    }

    @Override
    public List<TimelineEntry> list(
            Actor reader,
            CustomerSummary customer,
            TimelineEntry.@Nullable Place before,
            int most) {
        return jdbc
                .sql(
                        """
                        select * from (
                            (select version + 1 as version, changed_at as at, changed_by as by, reason
                             from customer_version where customer_id = :customer and changed_at <= :before
                             order by version desc limit :most)
                            union all
                            select 0, created_at, created_by, null from customer
                            where id = :customer and created_at <= :before) v
                        order by at desc, version desc limit :most
                        """)
                .param("customer", customer.id())
                .param("before", (before == null ? LATEST : before.at()).atOffset(ZoneOffset.UTC))
                .param("most", most + 1)
                .query((row, n) -> entry(customer, row))
                .list()
                .stream()
                .filter(entry -> before == null || entry.isBefore(before))
                .limit(most)
                .toList();
    }

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private TimelineEntry entry(CustomerSummary customer, ResultSet row) throws SQLException {
        long version = row.getLong("version");
        String reason = row.getString("reason");
        return new TimelineEntry(
                new UUID(customer.id().getMostSignificantBits(), version),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                version == 0 ? MADE : CHANGED,
                reason == null ? "" : reason,
                directory.personName(row.getObject("by", UUID.class)),
                null);
    }
}
