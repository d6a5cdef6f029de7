package org.kedang.kernel;

/**
 * Which part of a list is asked for.
 *
 * @param page number of the page, the first is 1
 * @param size rows per page, 1 to 200
 */
public record Paging(int page, int size) {
    /** The last row that page numbers reach; totals are exact up to here. */
    public static final int REACH = 10_000;

    private static final int MOST = 200;

    public Paging {
        if (page < 1 || size < 1 || size > MOST || (long) (page - 1) * size >= REACH) {
            throw Problem.of(KernelProblem.PAGE_OUT_OF_RANGE);
        }
    }

    public int offset() {
        return (page - 1) * size;
    }
}
