package org.kedang.storage;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Names one sequence of stored bytes that never changes. */
public record ContentId(UUID value) {

    /**
     * The name that is sealed into the ciphertext, so that one file cannot be put in another's
     * place.
     */
    byte[] bytes() {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
