package org.kedang.verifier;

/** Compares shown contents with the hashes that the events' lines promise. */
final class Contents {
    private final Hashes hashes;
    private final Report report;
    private long shown;
    private long withheld;

    Contents(Hashes hashes, Report report) {
        this.hashes = hashes;
        this.report = report;
    }

    void check(EventRow row) {
        switch (row.content(hashes)) {
            case NONE -> {}
            case WITHHELD -> withheld++;
            case FITS -> shown++;
            case DIFFERS ->
                    report.wrong(
                            "第 %d 条日志的内容（题名、改动前后）与封存的内容哈希不符（%s）。",
                            "The CONTENTS of event %d (title, before and after) do not fit the hash"
                                    + " that was sealed (%s).",
                            row.index(),
                            row.words());
        }
    }

    void tell(Report report) {
        if (shown > 0) {
            report.holds(
                    "%d 条日志附有内容，内容与各行中的内容哈希相符。",
                    "%d events come with contents, which fit the content hashes in their lines.",
                    shown);
        }
        if (withheld > 0) {
            report.open(
                    "%d 条日志的内容（题名、改动前后）未附在导出中；日后出示时可用行中的内容哈希核对。",
                    "The contents (title, before and after) of %d events are withheld; when they"
                            + " are shown, the content hash in the line proves them.",
                    withheld);
        }
    }
}
