package org.kedang.verifier;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The hash tree as it grows, under up to three assumptions about what is true where the export
 * contradicts itself: the leaf hashes, the events, or the server's hashes of blocks. A signed root
 * says which of them is.
 */
final class Growth {
    /** What a signed root turned out to agree with. */
    enum Truth {
        LEAVES,
        EVENTS,
        BLOCKS,
        NONE
    }

    private static final int MOST_BLOCKS = 100;

    private final Blocks given;
    private Frontier byLeaves;
    private @Nullable Frontier byEvents;
    private @Nullable Frontier byBlocks;
    private Frontier beforeBlock;
    private final List<Long> differing = new ArrayList<>();

    Growth(Frontier start, Blocks given) {
        this.byLeaves = start;
        this.beforeBlock = start.blocksOnly();
        this.given = given;
    }

    long size() {
        return byLeaves.size();
    }

    /** Adds a leaf: the hash that the server keeps, and the hash of the event that it shows. */
    void append(byte[] leaf, byte[] event) throws IOException {
        if (byEvents == null && !Arrays.equals(leaf, event)) {
            byEvents = byLeaves.copy();
        }
        byLeaves.append(leaf);
        if (byEvents != null) {
            byEvents.append(event);
        }
        if (size() % Frontier.BLOCK == 0) {
            endBlock();
        }
    }

    private void endBlock() throws IOException {
        long block = size() / Frontier.BLOCK - 1;
        byte[] own = byLeaves.lastBlock();
        byte[] hash = given.of(block);
        boolean differs = hash != null && !Arrays.equals(hash, own);
        if (differs && byBlocks == null) {
            byBlocks = beforeBlock;
        }
        if (differs && differing.size() < MOST_BLOCKS) {
            differing.add(block);
        }
        if (byBlocks != null) {
            byBlocks.appendBlock(hash == null ? own : hash);
        }
        beforeBlock = byLeaves.copy();
    }

    /** Compares with a signed root; what agrees is the truth from here on. */
    Truth compare(byte[] root) {
        if (Arrays.equals(byLeaves.root(), root)) {
            return settle(byLeaves, Truth.LEAVES);
        }
        if (byEvents != null && Arrays.equals(byEvents.root(), root)) {
            return settle(byEvents, Truth.EVENTS);
        }
        if (byBlocks != null) {
            for (Frontier end :
                    byEvents == null ? List.of(byLeaves) : List.of(byLeaves, byEvents)) {
                Frontier mixed = byBlocks.endingLike(end);
                if (Arrays.equals(mixed.root(), root)) {
                    return settle(mixed, Truth.BLOCKS);
                }
            }
        }
        return Truth.NONE;
    }

    private Truth settle(Frontier truth, Truth which) {
        byLeaves = truth;
        byEvents = null;
        byBlocks = null;
        beforeBlock = truth.blocksOnly();
        return which;
    }

    /** Blocks whose leaves contradict the server's hash of them, since this was last asked. */
    List<Long> takeDifferingBlocks() {
        List<Long> taken = List.copyOf(differing);
        differing.clear();
        return taken;
    }
}
