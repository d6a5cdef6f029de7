package org.kedang.handover;

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

/** Tells who handed a customer to whom. */
@Component
class HandoverTimeline implements TimelineSource {
    private final TimelineRows rows;
    private final Directory directory;

    HandoverTimeline(TimelineRows rows, Directory directory) {
        this.rows = rows;
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
        return rows.list(
                """
                select h.id, h.number, h.to_owner, h.made_by, l.old_owner, l.done_at at
                from handover_line l join handover h on h.id = l.handover_id
                where l.customer_id = :customer and l.state = 'DONE'
                """,
                customer.id(),
                before,
                most,
                (row, n) ->
                        new TimelineEntry(
                                row.getObject("id", UUID.class),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                Label.of("移交客户", "Handed over"),
                                "%s → %s（%s）"
                                        .formatted(
                                                directory.personName(
                                                        row.getObject("old_owner", UUID.class)),
                                                directory.personName(
                                                        row.getObject("to_owner", UUID.class)),
                                                row.getString("number")),
                                directory.personName(row.getObject("made_by", UUID.class)),
                                "/handovers/" + row.getString("id")));
    }
}
