package org.kedang.preference;

import org.jspecify.annotations.Nullable;
import org.kedang.customer.CustomerSummary;
import org.kedang.customer.TimelineEntry;
import org.kedang.customer.TimelineKind;
import org.kedang.customer.TimelineRows;
import org.kedang.customer.TimelineSource;
import org.kedang.form.Label;
import org.kedang.identity.Directory;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Texts;
import org.springframework.stereotype.Component;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Attended events and new preferences in a customer's timeline. */
@Component
class PreferenceHistory implements TimelineSource {
    private static final TimelineKind KIND =
            new TimelineKind("preference", Label.of("客史与活动", "Preferences and events"));

    private static final int LONGEST = 80;

    private final TimelineRows rows;
    private final Directory directory;

    PreferenceHistory(TimelineRows rows, Directory directory) {
        this.rows = rows;
        this.directory = directory;
    }

    @Override
    public TimelineKind kind() {
        return KIND;
    }

    /** An event stands at the beginning of its day in China, not at when it was written down. */
    @Override
    public List<TimelineEntry> list(
            Actor reader,
            CustomerSummary customer,
            TimelineEntry.@Nullable Place before,
            int most) {
        return rows.list(
                """
                select a.id, a.held_on::timestamp at time zone 'Asia/Shanghai' at, true event,
                       concat_ws(' · ', a.name, a.place) title, a.created_by by
                from activity a where a.customer_id = :customer
                union all
                select p.id, p.created_at, false, p.text, p.created_by
                from preference p where p.customer_id = :customer
                """,
                customer.id(),
                before,
                most,
                (row, n) ->
                        new TimelineEntry(
                                row.getObject("id", UUID.class),
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getBoolean("event")
                                        ? Label.of("参加活动", "Attended")
                                        : Label.of("登记客史", "Preference written"),
                                Texts.shortened(row.getString("title"), LONGEST),
                                directory.personName(row.getObject("by", UUID.class)),
                                "/customers/" + customer.id() + "?tab=preferences"));
    }
}
