package org.kedang.certificate;

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
import java.util.Objects;
import java.util.UUID;

/** Certificates in a customer's timeline: recorded, renewed, reviewed. */
@Component
class CertificateHistory implements TimelineSource {
    private static final TimelineKind KIND =
            new TimelineKind("certificate", Label.of("证照", "Certificates"));

    /** After everything that ever happens. */
    private static final TimelineEntry.Place END =
            new TimelineEntry.Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1L, -1L));

    private final JdbcClient jdbc;
    private final Directory directory;

    CertificateHistory(JdbcClient jdbc, Directory directory) {
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
                            select t.id, t.created_at at, case when t.replaces is null then 'RECORDED' else 'RENEWED' end what,
                                   t.kind, t.name, t.created_by by
                            from certificate t where t.customer_id = :customer
                            union all
                            select r.id, r.recorded_at, 'REVIEWED', t.kind, t.name, r.recorded_by
                            from certificate_review r join certificate t on t.id = r.certificate_id
                            where t.customer_id = :customer) h
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
