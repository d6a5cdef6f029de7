package org.kedang.audit;

import org.jspecify.annotations.Nullable;

/**
 * A checkpoint as the database keeps it.
 *
 * @param cluster whose transaction numbers the snapshots count
 * @param snapshot every event visible in it has a leaf; {@code null} within the first backlog
 * @param backlog what is still being worked off; {@code null} if nothing is
 */
record KeptCheckpoint(
        Checkpoint checkpoint,
        String note,
        long cluster,
        @Nullable String snapshot,
        @Nullable Delta backlog) {
    /** For those who only pass the note on. */
    static KeptCheckpoint of(SignedNote note) {
        return new KeptCheckpoint(note.checkpoint(), note.toString(), 0, null, null);
    }

    long size() {
        return checkpoint.size();
    }
}
