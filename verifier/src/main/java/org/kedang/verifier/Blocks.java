package org.kedang.verifier;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/**
 * The server's own hashes of complete blocks of 256 leaves, in order. They prove nothing; but if
 * they lead to a signed root where the leaves do not, they say in which block the leaves are wrong.
 */
final class Blocks {
    private static final int LONGEST_LINE = 256;

    private final Lines lines;
    private long index = -1;
    private byte @Nullable [] hash;

    Blocks(InputStream in) {
        this.lines = new Lines(in, Export.BLOCKS, LONGEST_LINE);
    }

    /** The server's hash of a block, if it gave one. Blocks are asked for in order. */
    byte @Nullable [] of(long block) throws IOException {
        while (index < block && lines.next()) {
            String[] parts = lines.text().split("\t", -1);
            try {
                index = Math.max(index, Long.parseLong(parts[0]));
                hash = Base64.getDecoder().decode(parts[parts.length - 1]);
            } catch (IllegalArgumentException e) {
                throw new Unusable(
                        "%s 第 %d 行读不懂。",
                        "%s, line %d cannot be read.", lines.name(), lines.number());
            }
        }
        return index == block && hash != null && hash.length == Hashes.LENGTH ? hash : null;
    }
}
