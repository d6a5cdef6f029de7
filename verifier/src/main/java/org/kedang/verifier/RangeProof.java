package org.kedang.verifier;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Walks through a range of the log and compares its hash tree with every checkpoint on the way. */
final class RangeProof {
    private static final byte[] NO_HASH = new byte[Hashes.LENGTH];
    private static final long MOST_MISSING = 10_000_000;

    private final Header header;
    private final Checkpoints checkpoints;
    private final Order order;
    private final Dates dates;
    private final Report report;
    private final Hashes hashes = new Hashes();
    private final Growth growth;
    private final Suspects suspects = new Suspects();
    private final Spans spans;
    private final Contents contents;
    private @Nullable Checkpoint lastGood;
    private @Nullable Checkpoint firstBad;
    private long badToo;
    private long missing;

    RangeProof(
            Header header,
            Blocks blocks,
            Checkpoints checkpoints,
            Order order,
            Dates dates,
            Report report)
            throws Unusable {
        this.header = header;
        this.checkpoints = checkpoints;
        this.order = order;
        this.dates = dates;
        this.report = report;
        this.growth = new Growth(Frontier.of(hashes, header.start(), header.left()), blocks);
        this.spans = new Spans(header.start());
        this.contents = new Contents(hashes, report);
    }

    void run(EventRow row) throws IOException {
        dates.between(Instant.EPOCH, checkpoints.nextAt());
        skipEarlier();
        compareHere();
        while (row.next()) {
            if (row.index() < growth.size()) {
                report.wrong(
                        "第 %d 条日志的行重复或次序不对。",
                        "The row of event %d stands twice or out of order.", row.index());
            } else if (row.index() >= header.end()) {
                report.wrong(
                        "第 %d 条日志超出导出自称的范围。",
                        "Event %d lies outside the range that the export claims.", row.index());
                break;
            } else {
                missUntil(row.index());
                take(row);
            }
        }
        missUntil(header.end());
        conclude();
    }

    private void skipEarlier() throws IOException {
        while (checkpoints.nextSize() < header.start()) {
            lastGoodOutside(checkpoints.next());
        }
    }

    /** Known only by its signature; enough to tell that later events were not there yet. */
    private void lastGoodOutside(Checkpoint earlier) {
        order.see(earlier);
        dates.between(earlier.at(), checkpoints.nextAt());
    }

    private void take(EventRow row) throws IOException {
        byte[][] proof = row.proof();
        byte[] leaf = proof.length == 1 ? proof[0] : NO_HASH;
        byte[] event = row.hasLine() ? row.leafHash(hashes) : NO_HASH;
        if (!row.hasLine()) {
            suspects.add(Suspects.Kind.GONE, row.index(), "");
        } else if (!Arrays.equals(leaf, event)) {
            suspects.add(Suspects.Kind.CHANGED, row.index(), suspects.areFull() ? "" : row.words());
        }
        dates.check(row);
        contents.check(row);
        append(leaf, event);
    }

    private void missUntil(long index) throws IOException {
        while (growth.size() < index) {
            if (++missing > MOST_MISSING) {
                throw new Unusable(
                        "导出缺少 %d 条以上日志（从第 %d 条起），无法继续。",
                        "More than %d events are missing (from %d on): cannot go on.",
                        MOST_MISSING,
                        growth.size());
            }
            suspects.add(Suspects.Kind.MISSING, growth.size(), "");
            append(NO_HASH, NO_HASH);
        }
    }

    private void append(byte[] leaf, byte[] event) throws IOException {
        growth.append(leaf, event);
        if (checkpoints.nextSize() == growth.size()) {
            compareHere();
        }
    }

    /** Compares with all checkpoints of this size. */
    private void compareHere() throws IOException {
        List<Checkpoint> here = new ArrayList<>();
        while (checkpoints.nextSize() == growth.size()) {
            Checkpoint one = checkpoints.next();
            order.see(one);
            here.add(one);
        }
        if (here.isEmpty() || growth.size() == 0) {
            return;
        }
        order.compareCopies(here);
        List<Checkpoint> bad = new ArrayList<>();
        for (Checkpoint one : here) {
            Growth.Truth truth = growth.compare(one.root());
            if (truth == Growth.Truth.NONE) {
                bad.add(one);
            } else {
                agree(one, truth);
            }
        }
        if (bad.size() < here.size()) {
            bad.forEach(this::tellFork);
        } else {
            disagree(bad.get(0));
        }
        dates.between(here.get(0).at(), checkpoints.nextAt());
    }

    private void agree(Checkpoint good, Growth.Truth truth) {
        List<Long> blocks = growth.takeDifferingBlocks();
        switch (truth) {
            case LEAVES -> suspects.tellAgainst(report);
            case EVENTS -> suspects.tellLeavesWrong(report);
            default -> tellBlocks(good, blocks);
        }
        if (truth == Growth.Truth.LEAVES) {
            blocks.forEach(this::tellNodeWrong);
        }
        suspects.clear();
        if (truth == Growth.Truth.BLOCKS || firstBad != null) {
            tellBadToo();
            spans.restart(growth.size());
        }
        spans.reach(good);
        firstBad = null;
        lastGood = good;
    }

    private void tellNodeWrong(long block) {
        report.wrong(
                "服务器保存的第 %d 到 %d 条日志的中间哈希被改动；日志本身与签名的根一致。",
                "The server's NODE HASH of events %d to %d was altered; the events themselves agree"
                        + " with the signed root.",
                block * Frontier.BLOCK,
                block * Frontier.BLOCK + Frontier.BLOCK - 1);
    }

    private void tellBlocks(Checkpoint good, List<Long> blocks) {
        for (long block : blocks) {
            long from = Math.max(block * Frontier.BLOCK, goodSize());
            long to = Math.min((block + 1) * Frontier.BLOCK, good.size()) - 1;
            report.wrong(
                    "第 %d 到 %d 条日志之间有改动、删除、插入或换序，连叶哈希也改了；与%s矛盾。",
                    "Between events %d and %d something was CHANGED, REMOVED, INSERTED or REORDERED"
                            + " together with the leaf hashes; it contradicts the %s.",
                    from,
                    to,
                    good.words());
        }
        suspects.tellAsHints(report);
    }

    private void disagree(Checkpoint bad) {
        if (firstBad != null) {
            badToo++;
            return;
        }
        firstBad = bad;
        report.wrong(
                "第 %d 到 %d 条日志之间有改动、删除、插入或换序；与%s矛盾，%s",
                "Between events %d and %d something was CHANGED, REMOVED, INSERTED or REORDERED; it"
                        + " contradicts the %s, %s",
                goodSize(),
                bad.size() - 1,
                bad.words(),
                lastGood == null
                        ? new Words("之前没有相符的检查点。", "and no checkpoint before it agrees.")
                        : Words.of("之前的%s相符。", "while the %s before it agrees.", lastGood.words()));
        suspects.tellAsHints(report);
        suspects.clear();
    }

    private long goodSize() {
        return lastGood == null ? header.start() : lastGood.size();
    }

    private void tellBadToo() {
        if (badToo > 0) {
            report.wrong(
                    "此后还有 %d 个检查点不符（前一处改动的后果，或又一处改动）。",
                    "%d later checkpoints disagree too (because of that, or of another change).",
                    badToo);
            badToo = 0;
        }
    }

    private void tellFork(Checkpoint other) {
        report.wrong(
                "服务器为同样条数签过两个不同的根：日志与另一个相符，却与%s矛盾。",
                "TWO ROOTS were signed for the same number of events: the log agrees with another"
                        + " one and contradicts the %s.",
                other.words());
    }

    private void conclude() throws IOException {
        tellBadToo();
        boolean brokenOff = firstBad != null;
        suspects.tellAsHints(report);
        order.rest(checkpoints, header);
        spans.tell(report, header, brokenOff);
        contents.tell(report);
    }
}
