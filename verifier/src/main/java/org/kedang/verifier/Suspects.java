package org.kedang.verifier;

import java.util.ArrayList;
import java.util.List;

/** Leaves that contradict what is shown for them, since the last checkpoint. */
final class Suspects {
    private static final int MOST = 100;

    /** What is odd about a leaf. */
    enum Kind {
        /** The event is not the one whose hash was kept. */
        CHANGED,
        /** The hash is there, the event is not. */
        GONE,
        /** Neither hash nor event is there. */
        MISSING
    }

    private record Suspect(Kind kind, long index, String event) {}

    private final List<Suspect> all = new ArrayList<>();
    private long unkept;

    void add(Kind kind, long index, String event) {
        if (all.size() < MOST) {
            all.add(new Suspect(kind, index, event));
        } else {
            unkept++;
        }
    }

    boolean areFull() {
        return all.size() >= MOST;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Tells of each that it is wrong, for it is now known that the kept hashes are right. */
    void tellAgainst(Report report) {
        for (Suspect one : all) {
            switch (one.kind()) {
                case CHANGED ->
                        report.wrong(
                                "第 %d 条日志被改动：内容与封存时的叶哈希不符（现在写着：%s）。",
                                "Event %d was CHANGED: it does not fit the leaf that was sealed (it"
                                        + " now says: %s).",
                                one.index(),
                                one.event());
                case GONE, MISSING ->
                        report.wrong(
                                "第 %d 条日志被删除：封存过，现在没有了。",
                                "Event %d was REMOVED: it was sealed and is gone.", one.index());
            }
        }
        tellOfOthers(report);
    }

    /** Tells of each that event or hash is wrong, for no signed root says which. */
    void tellAsHints(Report report) {
        for (Suspect one : all) {
            switch (one.kind()) {
                case CHANGED ->
                        report.wrong(
                                "其中第 %d 条日志与它的叶哈希不符（现在写着：%s）。",
                                "Within it, event %d does not fit its leaf hash (it now says: %s).",
                                one.index(),
                                one.event());
                case GONE ->
                        report.wrong(
                                "其中第 %d 条日志不见了，只剩叶哈希。",
                                "Within it, event %d is gone; only its leaf hash is left.",
                                one.index());
                case MISSING ->
                        report.wrong(
                                "其中第 %d 条日志和它的叶都不见了。",
                                "Within it, event %d and its leaf are gone.", one.index());
            }
        }
        tellOfOthers(report);
    }

    /** Tells that the kept hashes are wrong and the events right. */
    void tellLeavesWrong(Report report) {
        for (Suspect one : all) {
            report.wrong(
                    "第 %d 条的叶哈希被改动；日志本身与签名的根一致（%s）。",
                    "The LEAF HASH of event %d was altered; the event itself agrees with the signed"
                            + " root (%s).",
                    one.index(),
                    one.event());
        }
        tellOfOthers(report);
    }

    private void tellOfOthers(Report report) {
        if (unkept > 0) {
            report.wrong("另有 %d 条如此。", "%d more like these.", unkept);
        }
    }

    void clear() {
        all.clear();
        unkept = 0;
    }
}
