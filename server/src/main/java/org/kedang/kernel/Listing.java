package org.kedang.kernel;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total how many there are in all; exact only if {@code totalIsExact}, otherwise "at least"
 */
public record Listing<T>(List<T> items, int page, int size, long total, boolean totalIsExact) {

    /**
     * A page of a counted list.
     *
     * @param counted a count that stopped at {@link Paging#REACH} + 1
     */
    public static <T> Listing<T> of(List<T> items, Paging paging, long counted) {
        return of(items, paging, counted, counted <= Paging.REACH);
    }

    /**
     * A page of a list that was counted as far as anybody reads.
     *
     * @param exact whether there are not more
     */
    public static <T> Listing<T> of(List<T> items, Paging paging, long counted, boolean exact) {
        return new Listing<>(
                items,
                paging.page(),
                paging.size(),
                Math.min(counted, Paging.REACH),
                exact && counted <= Paging.REACH);
    }

    /** The same page with its rows made into something else. */
    public <R> Listing<R> with(List<R> others) {
        return new Listing<>(others, page, size, total, totalIsExact);
    }
}
