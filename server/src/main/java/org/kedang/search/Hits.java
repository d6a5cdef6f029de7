package org.kedang.search;

import java.util.List;
import java.util.Map;

/**
 * A page of hits.
 *
 * @param total how many there are of the wanted type; exact if {@code totalIsExact}, otherwise "at
 *     least"
 * @param counts how many there are of each type that the asker may search, whichever type is wanted
 */
public record Hits(
        List<Hit> items,
        int page,
        int size,
        long total,
        boolean totalIsExact,
        Map<HitType, Long> counts) {}
