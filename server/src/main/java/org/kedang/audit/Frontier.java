package org.kedang.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The right edge of a growing RFC 6962 tree: the perfect subtrees its leaves make up, largest
 * first. It is all that is needed to append and to know the root.
 */
final class Frontier {
    /** Takes each subtree of 256^level leaves that an appended leaf completes, level 1 and up. */
    interface Completed {
        void node(int level, long index, byte[] hash);
    }

    private record Subtree(int height, byte[] hash) {}

    private final Deque<Subtree> subtrees = new ArrayDeque<>();
    private final TreeHash hash = new TreeHash();
    private final Completed completed;
    private long size;

    Frontier(Completed completed) {
        this.completed = completed;
    }

    long size() {
        return size;
    }

    void append(byte[] leaf) {
        grow(0, leaf);
    }

    /**
     * Puts a known subtree of 256^level leaves at the edge; larger ones come first. Larger ones it
     * completes together with others are told as if leaves had.
     */
    void append(int level, byte[] subtree) {
        grow(level * StoredNodes.HEIGHT, subtree);
    }

    private void grow(int leafHeight, byte[] added) {
        size += 1L << leafHeight;
        int height = leafHeight;
        byte[] top = added;
        while (!subtrees.isEmpty() && subtrees.peekLast().height() == height) {
            top = hash.node(subtrees.removeLast().hash(), top);
            height++;
            if (height % StoredNodes.HEIGHT == 0) {
                completed.node(height / StoredNodes.HEIGHT, (size >> height) - 1, top);
            }
        }
        subtrees.addLast(new Subtree(height, top));
    }

    byte[] root() {
        if (subtrees.isEmpty()) {
            return TreeHash.empty();
        }
        Iterator<Subtree> fromRight = subtrees.descendingIterator();
        byte[] root = fromRight.next().hash();
        while (fromRight.hasNext()) {
            root = hash.node(fromRight.next().hash(), root);
        }
        return root;
    }
}
