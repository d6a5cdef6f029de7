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
        boolean exact = counted <= Paging.REACH;
        return new Listing<>(
                items, paging.page(), paging.size(), exact ? counted : Paging.REACH, exact);
    }

    /** The same page with its rows made into something else. */
    public <R> Listing<R> with(List<R> others) {
        return new Listing<>(others, page, size, total, totalIsExact);
    }
}
