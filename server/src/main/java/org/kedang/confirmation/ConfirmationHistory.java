package org.kedang.confirmation;

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

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Tells when a record was confirmed. */
@Component
class ConfirmationHistory implements TimelineSource {
    private static final Label CONFIRMED = Label.of("核对资料", "Record confirmed");

    private final JdbcClient jdbc;
    private final Directory directory;

    ConfirmationHistory(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    @Override
    public TimelineKind kind() {
        return new TimelineKind("confirmation", Label.of("核对", "Confirmation"));
    }

    @Override
    public List<TimelineEntry> list(
            Actor reader,
            CustomerSummary customer,
            TimelineEntry.@Nullable Place before,
            int most) {
        Instant until = before == null ? Instant.parse("9999-01-01T00:00:00Z") : before.at();
        return jdbc
                .sql(
                        """
                        select quarter, version, confirmed_by, confirmed_at from confirmation
                        where customer_id = :id and confirmed_at <= :until order by quarter desc limit :most
                        """)
                .param("id", customer.id())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("most", most + 1)
                .query(
                        (row, n) ->
                                new TimelineEntry(
                                        id(
                                                customer.id(),
                                                row.getObject("quarter", LocalDate.class)),
                                        row.getObject("confirmed_at", OffsetDateTime.class)
                                                .toInstant(),
                                        CONFIRMED,
                                        "",
                                        directory.personName(
                                                row.getObject("confirmed_by", UUID.class)),
                                        null))
                .list()
                .stream()
                .filter(entry -> before == null || entry.isBefore(before))
                .limit(most)
                .toList();
    }

    private static UUID id(UUID customer, LocalDate quarter) {
        return new UUID(customer.getMostSignificantBits(), quarter.toEpochDay());
    }
}
