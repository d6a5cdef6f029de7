package org.kedang.handover;

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
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Tells who handed a customer to whom. */
@Component
class HandoverTimeline implements TimelineSource {
    private final JdbcClient jdbc;
    private final Directory directory;

    HandoverTimeline(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    @Override
    public TimelineKind kind() {
        return new TimelineKind("handover", Label.of("移交", "Handover"));
    }

    @Override
    public List<TimelineEntry> list(
            Actor reader,
            CustomerSummary customer,
            TimelineEntry.@Nullable Place before,
            int most) {
        String older = before == null ? "" : " and (l.done_at, h.id) < (:at, :id)";
        return jdbc.sql(
                        """
                        select h.id, h.number, h.to_owner, h.made_by, l.old_owner, l.done_at
                        from handover_line l join handover h on h.id = l.handover_id
                        where l.customer_id = :customer and l.state = 'DONE'%s
                        order by l.done_at desc, h.id desc limit :most
                        """
                                .formatted(older))
                .param("customer", customer.id())
                .param("at", before == null ? null : before.at().atOffset(ZoneOffset.UTC))
                .param("id", before == null ? null : before.id())
                .param("most", most)
                .query(
                        (row, n) ->
                                new TimelineEntry(
                                        row.getObject("id", UUID.class),
                                        row.getObject("done_at", OffsetDateTime.class).toInstant(),
                                        Label.of("移交客户", "Handed over"),
                                        "%s → %s（%s）"
                                                .formatted(
                                                        directory.personName(
                                                                row.getObject(
                                                                        "old_owner", UUID.class)),
                                                        directory.personName(
                                                                row.getObject(
                                                                        "to_owner", UUID.class)),
                                                        row.getString("number")),
                                        directory.personName(row.getObject("made_by", UUID.class)),
                                        "/handovers/" + row.getString("id")))
                .list();
    }
}
