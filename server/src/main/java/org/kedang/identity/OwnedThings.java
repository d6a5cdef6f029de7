package org.kedang.identity;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;

import java.util.UUID;

/** Something that people own and hand over. Each module answers for its own kind. */
public interface OwnedThings {
    /** What they are called in answers, such as {@code customers}. */
    String kind();

    /** How many the person owns. */
    long countOwnedBy(UUID person);

    /** All of them are the other person's from now on, in the present transaction. */
    void handOver(Actor by, UUID from, UUID to, @Nullable String reason);
}
