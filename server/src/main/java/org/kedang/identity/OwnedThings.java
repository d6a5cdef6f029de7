package org.kedang.identity;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Actor;

import java.util.List;
import java.util.UUID;

/** Something that people own and hand over. Each module answers for its own kind. */
public interface OwnedThings {
    /**
     * One of them, as it may be told to whoever closes accounts: by its number, never by what
     * stands in it.
     *
     * @param link where those who may see it find it in the client
     */
    @Schema(name = "OwnedThing")
    record OwnedThing(UUID id, String number, String link) {}

    /** What they are called in answers, such as {@code customers}. */
    String kind();

    /** Whether only people who work with customers can take them over, and no administrator. */
    default boolean isContent() {
        return true;
    }

    /** How many the person owns. */
    long countOwnedBy(UUID person);

    /** The first of them in a steady order, at most so many. */
    List<OwnedThing> listOwnedBy(UUID person, int most);

    /** All of them are the other person's from now on, in the present transaction. */
    void handOver(Actor by, UUID from, UUID to, @Nullable String reason);
}
