package org.kedang.verifier;

import java.util.ArrayList;
import java.util.List;

/** What was found, in the order in which it was found. */
final class Report {
    private static final int MOST_SHOWN = 200;

    private final List<Words> proven = new ArrayList<>();
    private final List<Words> findings = new ArrayList<>();
    private final List<Words> open = new ArrayList<>();
    private long unshown;
    private boolean anythingProven;

    /** Something that a published checkpoint puts beyond doubt. */
    void proven(String zh, String en, Object... values) {
        anythingProven = true;
        proven.add(Words.of(zh, en, values));
    }

    /** Something that holds if what it rests on is proven. */
    void holds(String zh, String en, Object... values) {
        proven.add(Words.of(zh, en, values));
    }

    /** Something that contradicts the published checkpoints or the format. */
    void wrong(String zh, String en, Object... values) {
        wrong(Words.of(zh, en, values));
    }

    void wrong(Words words) {
        if (findings.size() < MOST_SHOWN) {
            findings.add(words);
        } else {
            unshown++;
        }
    }

    /** Something that this run can neither prove nor disprove. */
    void open(String zh, String en, Object... values) {
        open.add(Words.of(zh, en, values));
    }

    boolean isProven() {
        return findings.isEmpty() && anythingProven;
    }

    void print(Speaker out) {
        section(out, "■ 发现的问题", "■ Found wrong", findings);
        if (unshown > 0) {
            out.say(Words.of("  - 另有 %d 处", "  - and %d more", unshown));
        }
        section(out, "■ 成立", "■ Holds", proven);
        section(out, "■ 本次没有证明", "■ Not proven by this run", open);
        out.say(conclusion());
    }

    private Words conclusion() {
        if (isProven()) {
            return new Words("结论：证明成立。", "Result: PROVEN.");
        }
        return findings.isEmpty()
                ? new Words("结论：未能证明。", "Result: NOT PROVEN.")
                : new Words("结论：不成立，日志与已公布的检查点矛盾。", "Result: DISPROVED.");
    }

    private static void section(Speaker out, String zh, String en, List<Words> all) {
        if (!all.isEmpty()) {
            out.say(new Words(zh, en));
            all.forEach(one -> out.say(new Words("  - " + one.zh(), "  - " + one.en())));
        }
    }
}
