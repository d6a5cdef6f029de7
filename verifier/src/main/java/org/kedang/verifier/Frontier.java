package org.kedang.verifier;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a hash tree: one hash for each complete subtree of which a tree of this size
 * consists. Enough to add leaves and to know the root, at 64 hashes of memory for any size.
 */
final class Frontier {
    /** Complete subtrees of 256 leaves are told apart, because the server keeps their hashes. */
    static final int BLOCK_LEVEL = 8;

    static final int BLOCK = 1 << BLOCK_LEVEL;

    private static final int LEVELS = 63;

    private final Hashes hashes;
    private final byte[] @Nullable [] subtrees;
    private long size;
    private byte @Nullable [] lastBlock;

    Frontier(Hashes hashes) {
        this(hashes, new byte[LEVELS][], 0);
    }

    private Frontier(Hashes hashes, byte[] @Nullable [] subtrees, long size) {
        this.hashes = hashes;
        this.subtrees = subtrees;
        this.size = size;
    }

    /**
     * @param left complete subtrees of the first {@code size} leaves, largest first
     */
    static Frontier of(Hashes hashes, long size, List<byte[]> left) throws Unusable {
        if (left.size() != Long.bitCount(size)) {
            throw new Unusable(
                    "header.txt 中 left 的个数应为 %d，实为 %d。",
                    "header.txt must have %d times left, but has %d.",
                    Long.bitCount(size),
                    left.size());
        }
        Frontier frontier = new Frontier(hashes);
        int next = 0;
        for (int level = LEVELS - 1; level >= 0; level--) {
            if ((size >>> level & 1) == 1) {
                frontier.subtrees[level] = left.get(next++);
            }
        }
        frontier.size = size;
        return frontier;
    }

    Frontier copy() {
        return new Frontier(hashes, subtrees.clone(), size);
    }

    /** The complete blocks of this without the leaves after them. */
    Frontier blocksOnly() {
        Frontier blocks = copy();
        blocks.size = size & -BLOCK;
        return blocks;
    }

    /** The complete blocks of this and, for the leaves after them, the subtrees of another. */
    Frontier endingLike(Frontier other) {
        Frontier mixed = copy();
        System.arraycopy(other.subtrees, 0, mixed.subtrees, 0, BLOCK_LEVEL);
        mixed.size = other.size;
        return mixed;
    }

    void append(byte[] leaf) {
        append(leaf, 0);
    }

    /** Adds a complete block; the size must be a multiple of a block's. */
    void appendBlock(byte[] block) {
        append(block, BLOCK_LEVEL);
    }

    private void append(byte[] subtree, int from) {
        byte[] hash = subtree;
        int level = from;
        for (; (size >>> level & 1) == 1; level++) {
            hash = hashes.node(subtree(level), hash);
            if (level == BLOCK_LEVEL - 1) {
                lastBlock = hash;
            }
        }
        subtrees[level] = hash;
        size += 1L << from;
    }

    long size() {
        return size;
    }

    /** The hash of the block that the last appended leaf completed. */
    byte[] lastBlock() {
        if (lastBlock == null) {
            throw new IllegalStateException("no block was completed");
        }
        return lastBlock;
    }

    byte[] root() {
        if (size == 0) {
            return hashes.plain(new byte[0], 0, 0);
        }
        int level = Long.numberOfTrailingZeros(size);
        byte[] hash = subtree(level);
        for (level++; level < LEVELS; level++) {
            if ((size >>> level & 1) == 1) {
                hash = hashes.node(subtree(level), hash);
            }
        }
        return hash;
    }

    /** Complete subtrees, largest first. */
    List<byte[]> subtrees() {
        List<byte[]> all = new ArrayList<>();
        for (int level = LEVELS - 1; level >= 0; level--) {
            if ((size >>> level & 1) == 1) {
                all.add(subtree(level));
            }
        }
        return all;
    }

    private byte[] subtree(int level) {
        byte[] hash = subtrees[level];
        if (hash == null) {
            throw new IllegalStateException("no subtree at level " + level);
        }
        return hash;
    }
}
