package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Compares the database with what is known outside of it: the checkpoint last published to the file
 * and the newest this process has seen.
 */
@Component
class Watch {
    private final JdbcClient jdbc;
    private final CheckpointFile file;
    private final NoteKeys keys;
    private final Checkpoints checkpoints;
    private @Nullable Checkpoint seen;

    Watch(JdbcClient jdbc, CheckpointFile file, NoteKeys keys) {
        this.jdbc = jdbc;
        this.file = file;
        this.keys = keys;
        this.checkpoints = new Checkpoints(jdbc);
    }

    /**
     * Whether the database still has all that was published, byte for byte, and the key is there to
     * go on. A lost key is told last: it must not hide anything else.
     *
     * @throws TreeDamaged if leaves or nodes are missing
     */
    synchronized Optional<Standing> check() {
        Optional<Checkpoint> newest = checkpoints.findNewest().map(KeptCheckpoint::checkpoint);
        Optional<SignedNote> last = file.findLast();
        keys.refresh();
        Optional<Standing> standing =
                last.flatMap(note -> compared(note, newest.orElse(null)))
                        .or(() -> behind(newest.orElse(null)))
                        .or(() -> keyless(last, newest.orElse(null)));
        if (standing.isEmpty()) {
            newest.ifPresent(checkpoint -> seen = checkpoint);
        }
        return standing;
    }

    /** The cheap half of {@link #check}, for every second: sizes only. */
    synchronized Optional<Standing> glance() {
        Optional<Checkpoint> newest = checkpoints.findNewest().map(KeptCheckpoint::checkpoint);
        Optional<Standing> standing = behind(newest.orElse(null));
        if (standing.isEmpty()) {
            newest.ifPresent(checkpoint -> seen = checkpoint);
        }
        return standing;
    }

    /** From now on the database as it is counts. */
    synchronized void accept() {
        seen = null;
    }

    private Optional<Standing> behind(@Nullable Checkpoint newest) {
        if (seen == null) {
            return Optional.empty();
        }
        boolean older = newest == null || newest.size() < seen.size();
        boolean other =
                newest != null
                        && newest.size() == seen.size()
                        && !Arrays.equals(newest.root(), seen.root());
        return older || other
                ? Optional.of(
                        new Standing(
                                older ? Standing.Cause.ROLLED_BACK : Standing.Cause.DIFFERENT,
                                seen,
                                newest))
                : Optional.empty();
    }

    private Optional<Standing> keyless(Optional<SignedNote> last, @Nullable Checkpoint newest) {
        if (keys.findNewest().isPresent()) {
            return Optional.empty();
        }
        Checkpoint published =
                last.map(SignedNote::checkpoint)
                        .or(() -> Optional.ofNullable(newest))
                        .orElseGet(
                                () ->
                                        new Checkpoint(
                                                keys.origin(), 0, TreeHash.empty(), Instant.EPOCH));
        return Optional.of(new Standing(Standing.Cause.KEY_LOST, published, newest));
    }

    private Optional<Standing> compared(SignedNote note, @Nullable Checkpoint newest) {
        Checkpoint published = note.checkpoint();
        if (!note.isSignedBy(keys.all()) && !keys.isByLostKey(note)) {
            return Optional.of(new Standing(Standing.Cause.FORGED, published, newest));
        }
        long size = newest == null ? 0 : newest.size();
        if (size < published.size()) {
            return Optional.of(new Standing(Standing.Cause.ROLLED_BACK, published, newest));
        }
        byte[] root = new Tree(published.size(), new StoredNodes(jdbc)).root();
        return Arrays.equals(root, published.root())
                ? Optional.empty()
                : Optional.of(new Standing(Standing.Cause.DIFFERENT, published, newest));
    }
}
