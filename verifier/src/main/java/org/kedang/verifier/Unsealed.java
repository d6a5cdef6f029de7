package org.kedang.verifier;

import java.io.IOException;

/** Events that have no leaf yet: recent ones are normal, old ones were put in behind the log. */
final class Unsealed {
    private Unsealed() {}

    /**
     * @param dates knows the last checkpoint
     */
    static void check(EventRow row, Dates dates, Report report) throws IOException {
        long count = 0;
        while (row.next()) {
            count++;
            dates.check(row);
        }
        if (count > 0) {
            report.open(
                    "%d 条日志尚未封存（在最后一个检查点之后），没有任何证明。",
                    "%d events are not sealed yet (after the last checkpoint): nothing is proven of"
                            + " them.",
                    count);
        }
    }
}
