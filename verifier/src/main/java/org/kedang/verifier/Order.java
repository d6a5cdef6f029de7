package org.kedang.verifier;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Whether the checkpoints among themselves tell of one log that only grew. */
final class Order {
    private final Report report;
    private Instant latest = Instant.EPOCH;
    private long sizeAtLatest;
    private long newer;
    private Instant newest = Instant.EPOCH;

    Order(Report report) {
        this.report = report;
    }

    /** Takes the next larger checkpoint. */
    void see(Checkpoint one) {
        if (one.at().plus(Dates.CLOCKS_DIFFER).isBefore(latest)) {
            report.wrong(
                    "日志被回退：%s之后，%s 签的检查点反而只有 %d 条。",
                    "The log was ROLLED BACK: after the %s, the checkpoint signed at %s has only %d"
                            + " events.",
                    one.words(),
                    latest,
                    sizeAtLatest);
        }
        if (one.at().isAfter(latest)) {
            latest = one.at();
            sizeAtLatest = one.size();
        }
    }

    /** Every published checkpoint must be among the server's own, too. */
    void compareCopies(List<Checkpoint> sameSize) {
        for (Checkpoint one : sameSize) {
            boolean kept =
                    sameSize.stream()
                            .anyMatch(
                                    other ->
                                            !other.published()
                                                    && Arrays.equals(other.root(), one.root()));
            if (one.published() && !kept) {
                report.wrong(
                        "服务器已没有这个公布过的%s：被删除或换掉了。",
                        "The server NO LONGER HAS the published %s: it was removed or replaced.",
                        one.words());
            }
        }
    }

    /** Takes the checkpoints behind the end of an export. */
    void rest(Checkpoints checkpoints, Header header) throws IOException {
        while (checkpoints.nextSize() != Long.MAX_VALUE) {
            Checkpoint one = checkpoints.next();
            see(one);
            if (one.size() > header.tree()) {
                beyond(one, header);
            }
        }
        if (newer > 0) {
            report.open(
                    "%d 个检查点（到 %s 为止）比这份导出新，导出不包括它们所封存的日志。导出自称做于 %s。",
                    "%d checkpoints (until %s) are newer than this export, which lacks what they"
                            + " seal. The export says that it was made at %s.",
                    newer,
                    newest,
                    header.made());
        }
    }

    private void beyond(Checkpoint one, Header header) {
        if (one.at().plus(Dates.CLOCKS_DIFFER).isBefore(header.made())) {
            report.wrong(
                    "日志被截短或回退：到%s时已有 %d 条，%s 的导出却说只有 %d 条。",
                    "The log was CUT SHORT or rolled back: by the %s it had %d events, but the"
                            + " export of %s says that it has only %d.",
                    one.words(),
                    one.size(),
                    header.made(),
                    header.tree());
        } else {
            newer++;
            newest = one.at();
        }
    }
}
