package org.kedang.customer;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.form.Label;
import org.kedang.kernel.SqlPredicate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

/**
 * One thing that happened with a customer.
 *
 * @param id of the thing or the deed; one of two at the same moment comes first by it
 * @param what happened, in a few words
 * @param title of what it happened to, as the reader may see it
 * @param by the name of who did it; {@code null} if nobody did
 * @param link a place in the client that shows more, such as {@code /dossiers/…}
 */
@Schema(name = "TimelineEntry")
public record TimelineEntry(
        UUID id, Instant at, Label what, String title, @Nullable String by, @Nullable String link) {
    /** Newest first. Ids are compared as PostgreSQL does, as unsigned bytes. */
    static final Comparator<TimelineEntry> NEWEST_FIRST =
            Comparator.comparing(TimelineEntry::at)
                    .thenComparing(entry -> entry.id().toString())
                    .reversed();

    /**
     * The condition that rows come after a place, newest first.
     *
     * @param at the column of their time
     * @param id the column of their id
     */
    public static SqlPredicate older(String at, String id, @Nullable Place before) {
        return before == null
                ? SqlPredicate.TRUE
                : new SqlPredicate(
                        "(%s, %s) < (:beforeAt, :beforeId)".formatted(at, id),
                        Map.of(
                                "beforeAt",
                                before.at().atOffset(ZoneOffset.UTC),
                                "beforeId",
                                before.id()));
    }

    /** Where a page ends and the next begins. */
    public record Place(Instant at, UUID id) {}

    /** Whether it comes after that place, newest first. */
    public boolean isBefore(Place place) {
        int byTime = at.compareTo(place.at());
        return byTime < 0 || (byTime == 0 && id.toString().compareTo(place.id().toString()) < 0);
    }

    Place place() {
        return new Place(at, id);
    }
}
