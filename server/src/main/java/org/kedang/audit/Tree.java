package org.kedang.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Roots and proofs of the tree over the first {@code size} leaves, as RFC 6962, section 2.1,
 * defines them.
 */
record Tree(long size, Nodes nodes) {
    private static final class Walk {
        final TreeHash hash = new TreeHash();
        final List<byte[]> proof = new ArrayList<>();
    }

    byte[] root() {
        return size == 0 ? TreeHash.empty() : range(new TreeHash(), 0, size);
    }

    /**
     * The audit path of a leaf, from its sibling up to below the root (section 2.1.1).
     *
     * @throws IndexOutOfBoundsException if there is no such leaf in this tree
     */
    List<byte[]> inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("No leaf " + index + " among " + size);
        }
        Walk walk = new Walk();
        path(walk, index, 0, size);
        return walk.proof;
    }

    /**
     * That the first {@code older} leaves were the whole of an earlier tree (section 2.1.2); empty
     * if {@code older} is 0 or the size.
     *
     * @throws IndexOutOfBoundsException if this tree is smaller
     */
    List<byte[]> consistency(long older) {
        if (older < 0 || older > size) {
            throw new IndexOutOfBoundsException("No tree of " + older + " below " + size);
        }
        Walk walk = new Walk();
        if (older > 0 && older < size) {
            subproof(walk, older, 0, size, true);
        }
        return walk.proof;
    }

    /** The largest perfect subtrees that make up the first {@code end} leaves, largest first. */
    List<byte[]> cover(long end) {
        List<byte[]> cover = new ArrayList<>();
        for (long start = 0; start < end; ) {
            int height = 63 - Long.numberOfLeadingZeros(end - start);
            cover.add(nodes.perfect(height, start >> height));
            start += 1L << height;
        }
        return cover;
    }

    private void path(Walk walk, long index, long start, long end) {
        if (end - start == 1) {
            return;
        }
        long middle = middle(start, end);
        if (index < middle) {
            path(walk, index, start, middle);
            walk.proof.add(range(walk.hash, middle, end));
        } else {
            path(walk, index, middle, end);
            walk.proof.add(range(walk.hash, start, middle));
        }
    }

    private void subproof(Walk walk, long older, long start, long end, boolean whole) {
        if (older == end) {
            if (!whole) {
                walk.proof.add(range(walk.hash, start, end));
            }
            return;
        }
        long middle = middle(start, end);
        if (older <= middle) {
            subproof(walk, older, start, middle, whole);
            walk.proof.add(range(walk.hash, middle, end));
        } else {
            subproof(walk, older, middle, end, false);
            walk.proof.add(range(walk.hash, start, middle));
        }
    }

    private byte[] range(TreeHash hash, long start, long end) {
        long leaves = end - start;
        if (Long.bitCount(leaves) == 1) {
            int height = Long.numberOfTrailingZeros(leaves);
            return nodes.perfect(height, start >> height);
        }
        long middle = middle(start, end);
        return hash.node(range(hash, start, middle), range(hash, middle, end));
    }

    /** Left of it lies the largest power of two smaller than the number of leaves. */
    private static long middle(long start, long end) {
        return start + Long.highestOneBit(end - start - 1);
    }
}
