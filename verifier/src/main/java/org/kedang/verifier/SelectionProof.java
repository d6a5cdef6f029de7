package org.kedang.verifier;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Proves each of some events by its path to the root of one checkpoint. */
final class SelectionProof {
    private final Header header;
    private final Report report;
    private final Hashes hashes = new Hashes();
    private final Proofs proofs = new Proofs(hashes);
    private final Contents contents;
    private @Nullable Checkpoint root;
    private long proven;

    SelectionProof(Header header, Report report) {
        this.header = header;
        this.report = report;
        this.contents = new Contents(hashes, report);
    }

    /** Looks for the checkpoint to which the paths lead, best a published one. */
    void findRoot(Checkpoints checkpoints, Order order) throws IOException {
        while (checkpoints.nextSize() <= header.tree()) {
            Checkpoint one = checkpoints.next();
            order.see(one);
            if (one.size() == header.tree() && (root == null || !root.published())) {
                root = one;
            }
        }
        order.rest(checkpoints, header);
    }

    void run(EventRow row, Checkpoints checkpoints, Dates dates) throws IOException {
        if (root == null) {
            report.open(
                    "导出的证明通向 %d 条时的检查点，但您手里的文件中没有它：请取得更新的检查点文件。",
                    "The proofs lead to the checkpoint of size %d, which is not in your files: get"
                            + " a newer file of checkpoints.",
                    header.tree());
            return;
        }
        dates.between(Instant.EPOCH, checkpoints.nextAt());
        long last = -1;
        while (row.next()) {
            if (row.index() <= last) {
                report.wrong(
                        "第 %d 条日志的行重复或次序不对。",
                        "The row of event %d stands twice or out of order.", row.index());
            }
            last = row.index();
            while (checkpoints.nextSize() <= last) {
                Checkpoint passed = checkpoints.next();
                dates.between(passed.at(), checkpoints.nextAt());
            }
            prove(row, root);
            dates.check(row);
            contents.check(row);
        }
        tell(root);
    }

    private void prove(EventRow row, Checkpoint checkpoint) throws Unusable {
        List<byte[]> path = List.of(row.proof());
        boolean leads =
                proofs.rootOf(row.leafHash(hashes), row.index(), header.tree(), path)
                        .filter(found -> Arrays.equals(found, checkpoint.root()))
                        .isPresent();
        if (leads) {
            proven++;
        } else {
            report.wrong(
                    "第 %d 条日志被改动，或不在日志中：它的路径不通向%s（现在写着：%s）。",
                    "Event %d was CHANGED or is not in the log: its path does not lead to the %s"
                            + " (it now says: %s).",
                    row.index(),
                    checkpoint.words(),
                    row.words());
        }
    }

    private void tell(Checkpoint checkpoint) {
        if (checkpoint.published()) {
            report.proven(
                    "%d 条日志在%s所封存的日志中，一字未改。",
                    "%d events are in the log that the %s seals, word for word.",
                    proven,
                    checkpoint.words());
        } else {
            report.open(
                    "%d 条日志只与服务器自己给出的%s相符，不在您手里的文件中。",
                    "%d events agree only with the %s, which the server itself gave and which is"
                            + " not in your files.",
                    proven,
                    checkpoint.words());
        }
        contents.tell(report);
        report.open(
                "这是按条件选出的日志：是否选全了，无法由此证明；要证明没有遗漏，请用整段导出。",
                "This is a selection: that nothing belonging to it was left out cannot be proven by"
                        + " it; export the whole span for that.");
    }
}
