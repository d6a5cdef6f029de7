package org.kedang.customer;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;

import java.util.List;

/** A module that tells in customers' timelines; declared as a Spring bean. */
public interface TimelineSource {
    TimelineKind kind();

    /**
     * What happened with the customer, newest first, as far as the reader may see it.
     *
     * @param before only what is older in the order of time and id; {@code null} for the newest
     * @param most so many at most
     */
    List<TimelineEntry> list(
            Actor reader, CustomerSummary customer, TimelineEntry.@Nullable Place before, int most);
}
