package org.kedang.audit;

import org.jspecify.annotations.Nullable;

/**
 * Why nothing is sealed at the moment. Events are kept all the same and sealed later.
 *
 * @param published the last checkpoint known outside the database
 * @param found what the database says instead; {@code null} if it has no checkpoint at all
 */
record Standing(Cause cause, Checkpoint published, @Nullable Checkpoint found) {
    enum Cause {
        /** The database is older than what was published: somebody restored a backup. */
        ROLLED_BACK,
        /** The database does not contain what was published: somebody changed it. */
        DIFFERENT,
        /** The end of the published file was not signed with any key of this installation. */
        FORGED,
        /** The file of the key that signs is missing. */
        KEY_LOST
    }

    String foundName() {
        return found == null ? "0" : found.shortName();
    }
}
