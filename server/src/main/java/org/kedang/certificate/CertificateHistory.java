package org.kedang.certificate;

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
import java.util.Objects;
import java.util.UUID;

/** Certificates in a customer's timeline: recorded, renewed, reviewed. */
@Component
class CertificateHistory implements TimelineSource {
    private static final TimelineKind KIND =
            new TimelineKind("certificate", Label.of("证照", "Certificates"));

    private final TimelineRows rows;
    private final Directory directory;

    CertificateHistory(TimelineRows rows, Directory directory) {
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
                select t.id, t.created_at at, case when t.replaces is null then 'RECORDED' else 'RENEWED' end what,
                       t.kind, t.name, t.created_by by
                from certificate t where t.customer_id = :customer
                union all
                select r.id, r.recorded_at, 'REVIEWED', t.kind, t.name, r.recorded_by
                from certificate_review r join certificate t on t.id = r.certificate_id
                where t.customer_id = :customer
                """,
                customer.id(),
                before,
                most,
                (row, n) -> entry(row, customer.id()));
    }

    private TimelineEntry entry(ResultSet row, UUID customer) throws SQLException {
        Label what =
                switch (row.getString("what")) {
                    case "RENEWED" -> Label.of("换证", "Renewed");
                    case "REVIEWED" -> Label.of("完成年检", "Reviewed");
                    default -> Label.of("登记证照", "Certificate recorded");
                };
        return new TimelineEntry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                what,
                Objects.requireNonNullElse(
                        row.getString("name"), CertificateKind.valueOf(row.getString("kind")).zh()),
                directory.personName(row.getObject("by", UUID.class)),
                "/customers/" + customer + "?tab=certificates");
    }
}
