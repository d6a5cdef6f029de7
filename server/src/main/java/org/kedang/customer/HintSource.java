package org.kedang.customer;

import org.kedang.kernel.Actor;

import java.util.List;

/**
 * A module that has something to say at once to whoever opens a customer or has just identified a
 * caller or guest; declared as a Spring bean.
 */
public interface HintSource {
    /** As far as the reader may see it; the most urgent first. */
    List<Hint> list(Actor reader, CustomerSummary customer);
}
