package org.kedang.index;

import org.kedang.index.FoundIds.FoundId;
import org.kedang.kernel.Paging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A page put together from what fits best, then from what fits less, as long as somebody would read
 * on. How many there are beyond that is not counted: to count costs as much as to look at each.
 */
final class BestFirst {
    /** So many are told exactly. */
    static final int ENOUGH = 1_000;

    private final Paging paging;
    private final int most;
    private final List<FoundId> page = new ArrayList<>();
    private long counted;

    BestFirst(Paging paging) {
        this.paging = paging;
        this.most = Math.max(ENOUGH, paging.offset() + paging.size()) + 1;
    }

    boolean isEnough() {
        return counted >= most;
    }

    /** How many of those that fit less well are still to be counted. */
    int toCount() {
        return Math.toIntExact(most - counted);
    }

    /** How many of those that fit less well stand on earlier pages. */
    int toSkip() {
        return Math.toIntExact(Math.max(0, paging.offset() - counted));
    }

    /** At least one, though nobody wants it any more: without hits all would be counted. */
    int toFetch() {
        return Math.max(1, wanted());
    }

    private int wanted() {
        return paging.size() - page.size();
    }

    /**
     * @param fitting those of the page among them
     * @param number how many there are, or at least as many as were to be counted
     */
    void add(List<FoundId> fitting, long number) {
        page.addAll(fitting.subList(0, Math.min(wanted(), fitting.size())));
        counted += number;
    }

    FoundIds found() {
        boolean exact = counted < most;
        return new FoundIds(page, exact ? counted : most - 1, exact, Map.of());
    }
}
