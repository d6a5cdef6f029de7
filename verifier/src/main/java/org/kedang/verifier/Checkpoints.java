package org.kedang.verifier;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * All genuine checkpoints of several files, smallest first. The files are read twice and never held
 * in memory: first every signature is checked, then they are merged.
 */
final class Checkpoints implements Closeable {
    /** Opens a file of checkpoints, each time from its beginning. */
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    /**
     * @param name how people call the file
     * @param published whether it was kept outside the server
     */
    record Source(String name, boolean published, Opening opening) {}

    /**
     * What the first reading told.
     *
     * @param rejected positions of checkpoints that are not genuine
     * @param late genuine ones that stand behind a larger one, sorted
     */
    record Judged(Source source, BitSet rejected, List<Checkpoint> late, long genuine) {}

    /** One file, or the late ones of a file, on the way through. */
    private interface Stream extends Closeable {
        @Nullable Checkpoint next() throws IOException;
    }

    private record Head(Checkpoint checkpoint, Stream rest) {}

    private final List<Stream> streams = new ArrayList<>();
    private final PriorityQueue<Head> heads =
            new PriorityQueue<>(
                    Comparator.comparingLong((Head head) -> head.checkpoint().size())
                            .thenComparing(head -> head.checkpoint().at()));

    Checkpoints(List<Judged> judged) throws IOException {
        for (Judged one : judged) {
            streams.add(new FileStream(one));
            streams.add(new LateStream(one.late()));
        }
        for (Stream stream : streams) {
            advance(stream);
        }
    }

    private void advance(Stream stream) throws IOException {
        Checkpoint next = stream.next();
        if (next != null) {
            heads.add(new Head(next, stream));
        }
    }

    /** The size of the next checkpoint; {@link Long#MAX_VALUE} behind the last one. */
    long nextSize() {
        Head head = heads.peek();
        return head == null ? Long.MAX_VALUE : head.checkpoint().size();
    }

    /** When the next checkpoint was made; far ahead behind the last one. */
    Instant nextAt() {
        Head head = heads.peek();
        return head == null ? Dates.NEVER : head.checkpoint().at();
    }

    /** The next checkpoint; only while {@link #nextSize()} says that there is one. */
    Checkpoint next() throws IOException {
        Head head = heads.remove();
        advance(head.rest());
        return head.checkpoint();
    }

    @Override
    public void close() throws IOException {
        for (Stream stream : streams) {
            stream.close();
        }
    }

    private static final class FileStream implements Stream {
        private final InputStream in;
        private final Notes notes;
        private final BitSet rejected;
        private int position;
        private long largest = -1;

        FileStream(Judged judged) throws IOException {
            in = judged.source().opening().open();
            notes = new Notes(in, judged.source().name(), judged.source().published());
            rejected = judged.rejected();
        }

        @Override
        public @Nullable Checkpoint next() throws IOException {
            Checkpoint next = notes.next();
            while (next != null && (rejected.get(position++) || next.size() < largest)) {
                next = notes.next();
            }
            largest = next == null ? largest : next.size();
            return next;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static final class LateStream implements Stream {
        private final List<Checkpoint> late;
        private int position;

        LateStream(List<Checkpoint> late) {
            this.late = late;
        }

        @Override
        public @Nullable Checkpoint next() {
            return position < late.size() ? late.get(position++) : null;
        }

        @Override
        public void close() {
            // holds nothing open
        }
    }
}
