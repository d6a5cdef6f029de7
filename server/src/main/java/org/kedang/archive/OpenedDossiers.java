package org.kedang.archive;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.TimelineEntry;
import org.kedang.customer.TimelineKind;
import org.kedang.customer.TimelineSource;
import org.kedang.form.Label;
import org.kedang.identity.Directory;
import org.kedang.identity.Visibilities;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Permission;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Tells when dossiers of a customer were opened. */
@Component
class OpenedDossiers implements TimelineSource {
    private static final Label OPENED = Label.of("开立案卷", "Dossier opened");

    private final JdbcClient jdbc;
    private final Visibilities visibilities;
    private final Directory directory;

    OpenedDossiers(JdbcClient jdbc, Visibilities visibilities, Directory directory) {
        this.jdbc = jdbc;
        this.visibilities = visibilities;
        this.directory = directory;
    }

    @Override
    public TimelineKind kind() {
        return new TimelineKind("archive", Label.of("档案", "Archives"));
    }

    @Override
    public List<TimelineEntry> list(
            Actor reader,
            CustomerSummary customer,
            TimelineEntry.@Nullable Place before,
            int most) {
        SqlPredicate visible =
                visibilities
                        .of(reader, Permission.ARCHIVE_READ)
                        .dossiers("d")
                        .and(TimelineEntry.older("d.opened_at", "d.id", before));
        return jdbc.sql(
                        """
                        select d.id, d.number, d.title, d.opened_at, d.opened_by from dossier d
                        where d.customer_id = :customer and %s
                        order by d.opened_at desc, d.id desc limit :most
                        """
                                .formatted(visible.sql()))
                .param("customer", customer.id())
                .param("most", most)
                .params(visible.params())
                .query((row, n) -> entry(row))
                .list();
    }

    private TimelineEntry entry(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new TimelineEntry(
                id,
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                OPENED,
                row.getString("number") + " " + row.getString("title"),
                directory.personName(row.getObject("opened_by", UUID.class)),
                "/dossiers/" + id);
    }
}
