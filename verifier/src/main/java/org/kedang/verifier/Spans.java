package org.kedang.verifier;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The stretches of the log that agree with checkpoints. */
final class Spans {
    private record Span(long from, long to, Checkpoint proof) {}

    private final List<Span> closed = new ArrayList<>();
    private long from;
    private @Nullable Checkpoint published;
    private @Nullable Checkpoint own;

    Spans(long from) {
        this.from = from;
    }

    /** Everything up to this checkpoint agrees. */
    void reach(Checkpoint good) {
        if (good.published()) {
            published = good;
        } else {
            own = good;
        }
    }

    /** What lies before this leaf does not all agree. */
    void restart(long leaf) {
        close();
        from = leaf;
        published = null;
        own = null;
    }

    private void close() {
        if (published != null && published.size() > from) {
            closed.add(new Span(from, published.size(), published));
        }
    }

    /** Tells what is proven, and what is not. */
    void tell(Report report, Header header, boolean brokenOff) {
        long ownTo = own == null ? from : own.size();
        close();
        for (Span span : closed) {
            report.proven(
                    "第 %d 到 %d 条（共 %d 条）日志与已公布的%s相符：除上面列出的以外，没有一条被改动、删除、插入或换序。",
                    "Events %d to %d (%d events) agree with the published %s: except for what is"
                            + " listed above, none was changed, removed, inserted or reordered.",
                    span.from(),
                    span.to() - 1,
                    span.to() - span.from(),
                    span.proof().words());
        }
        long to = closed.isEmpty() ? header.start() : closed.get(closed.size() - 1).to();
        if (ownTo > to && !brokenOff) {
            report.open(
                    "第 %d 到 %d 条只与服务器自己给出的检查点相符，不在您手里的检查点文件中：服务器若有意，可以重写它们。",
                    "Events %d to %d agree only with checkpoints that the server itself gave, which"
                        + " are not in your files: a dishonest server could have rewritten them.",
                    to,
                    ownTo - 1);
        }
        long covered = Math.max(to, ownTo);
        if (header.end() > covered) {
            report.open(
                    "第 %d 到 %d 条没有相符的检查点。",
                    "No checkpoint agrees with events %d to %d.", covered, header.end() - 1);
        }
    }
}
