package org.kedang.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Checks the signature of every checkpoint of a file, on all processors. */
final class Judging {
    private static final int AHEAD = 1024;
    private static final int MOST_LATE = 1_000_000;

    private final Keys keys;
    private final Report report;

    Judging(Keys keys, Report report) {
        this.keys = keys;
        this.report = report;
    }

    private record Case(Checkpoint checkpoint, Future<Keys.Verdict> verdict) {}

    /** One file's case while it is heard. */
    private static final class Hearing {
        final Queue<Case> waiting = new ArrayDeque<>();
        final BitSet rejected = new BitSet();
        final List<Checkpoint> late = new ArrayList<>();
        int position;
        long largest = -1;
        long genuine;
    }

    Checkpoints.Judged judge(Checkpoints.Source source) throws IOException {
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        Hearing hearing = new Hearing();
        try (InputStream in = source.opening().open()) {
            Notes notes = new Notes(in, source.name(), source.published());
            for (Checkpoint one = notes.next(); one != null; one = notes.next()) {
                Checkpoint checkpoint = one;
                Future<Keys.Verdict> verdict = workers.submit(() -> keys.judge(checkpoint));
                hearing.waiting.add(new Case(checkpoint, verdict));
                if (hearing.waiting.size() == AHEAD) {
                    decide(hearing);
                }
            }
            while (!hearing.waiting.isEmpty()) {
                decide(hearing);
            }
        } finally {
            workers.shutdownNow();
        }
        hearing.late.sort(Comparator.comparingLong(Checkpoint::size));
        return new Checkpoints.Judged(source, hearing.rejected, hearing.late, hearing.genuine);
    }

    private void decide(Hearing hearing) throws Unusable {
        Case one = hearing.waiting.remove();
        Keys.Verdict verdict = verdict(one);
        if (verdict != Keys.Verdict.GENUINE) {
            hearing.rejected.set(hearing.position);
            tell(one.checkpoint(), verdict);
        } else {
            hearing.genuine++;
            sort(one.checkpoint(), hearing);
        }
        hearing.position++;
    }

    private static void sort(Checkpoint checkpoint, Hearing hearing) throws Unusable {
        if (checkpoint.size() >= hearing.largest) {
            hearing.largest = checkpoint.size();
        } else if (hearing.late.size() < MOST_LATE) {
            hearing.late.add(checkpoint);
        } else {
            throw new Unusable(
                    "%s 中的检查点没有按先后排列。",
                    "The checkpoints in %s are not in order.", checkpoint.place());
        }
    }

    private void tell(Checkpoint checkpoint, Keys.Verdict verdict) {
        if (verdict == Keys.Verdict.FORGED) {
            report.wrong(
                    "%s是伪造或改动过的：签名不成立。",
                    "FORGED or altered: the signature of the %s does not hold.",
                    checkpoint.words());
        } else {
            report.wrong(
                    "%s不是用给定的公钥签的（来源 %s）：可能换了密钥或来源。",
                    "NOT SIGNED BY A GIVEN KEY: the %s of %s; key or origin may have been"
                            + " exchanged.",
                    checkpoint.words(),
                    checkpoint.origin());
        }
    }

    private static Keys.Verdict verdict(Case one) {
        try {
            return one.verdict().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
