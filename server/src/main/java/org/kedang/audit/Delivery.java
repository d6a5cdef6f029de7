package org.kedang.audit;

import java.io.IOException;

/** A place outside the installation that takes checkpoints. */
interface Delivery {
    /** Name that stays the same in the database. */
    String channel();

    /** Where to, in words; empty if it is not set up. */
    String place();

    default boolean isOn() {
        return !place().isEmpty();
    }

    /** Whether it also wants the notes by which one key hands over to the next. */
    default boolean takesKeyNotes() {
        return true;
    }

    /**
     * Hands the checkpoint over; whoever takes it may see it twice.
     *
     * @throws IOException if it was not taken; it is tried again later
     */
    void deliver(KeptCheckpoint kept) throws IOException;
}
