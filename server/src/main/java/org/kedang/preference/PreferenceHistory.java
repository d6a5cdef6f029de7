package org.kedang.preference;

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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Attended events and new preferences in a customer's timeline. */
@Component
class PreferenceHistory implements TimelineSource {
    private static final TimelineKind KIND =
            new TimelineKind("preference", Label.of("客史与活动", "Preferences and events"));

    /** After everything that ever happens. */
    private static final TimelineEntry.Place END =
            new TimelineEntry.Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1L, -1L));

    private static final int LONGEST = 80;

    private final JdbcClient jdbc;
    private final Directory directory;

    PreferenceHistory(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
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
        TimelineEntry.Place place = before == null ? END : before;
        return jdbc.sql(
                        """
                        select h.* from (
                            select a.id, a.held_on::timestamp at time zone 'Asia/Shanghai' at, true event,
                                   concat_ws(' · ', a.name, a.place) title, a.created_by by
                            from activity a where a.customer_id = :customer
                            union all
                            select p.id, p.created_at, false, p.text, p.created_by
                            from preference p where p.customer_id = :customer) h
                        where (h.at, h.id) < (:at, :id)
                        order by h.at desc, h.id desc limit :most
                        """)
                .param("customer", customer.id())
                .param("at", OffsetDateTime.ofInstant(place.at(), ZoneOffset.UTC))
                .param("id", place.id())
                .param("most", most)
                .query(
                        (row, n) ->
                                new TimelineEntry(
                                        row.getObject("id", UUID.class),
                                        row.getObject("at", OffsetDateTime.class).toInstant(),
                                        row.getBoolean("event")
                                                ? Label.of("参加活动", "Attended")
                                                : Label.of("登记客史", "Preference written"),
                                        Texts.shortened(row.getString("title"), LONGEST),
                                        directory.personName(row.getObject("by", UUID.class)),
                                        "/customers/" + customer.id() + "?tab=preferences"))
                .list();
    }
}
