package org.kedang.verifier;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Checks the proofs of RFC 9162, sections 2.1.3.2 and 2.1.4.2 (the trees of RFC 6962). */
final class Proofs {
    private final Hashes hashes;

    Proofs(Hashes hashes) {
        this.hashes = hashes;
    }

    /** The root to which a leaf and its path lead; empty if the path has not the right length. */
    Optional<byte[]> rootOf(byte[] leaf, long index, long treeSize, List<byte[]> path) {
        if (index < 0 || index >= treeSize) {
            return Optional.empty();
        }
        long node = index;
        long last = treeSize - 1;
        byte[] hash = leaf;
        for (byte[] sibling : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((node & 1) == 1 || node == last) {
                hash = hashes.node(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = hashes.node(hash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 ? Optional.of(hash) : Optional.empty();
    }

    /** Whether the tree of {@code newSize} only continues the tree of {@code oldSize}. */
    boolean consistent(
            long oldSize, byte[] oldRoot, long newSize, byte[] newRoot, List<byte[]> proof) {
        if (oldSize < 0 || oldSize > newSize) {
            return false;
        }
        if (oldSize == 0 || oldSize == newSize) {
            return proof.isEmpty() && (oldSize == 0 || same(oldRoot, newRoot));
        }
        Iterator<byte[]> rest = proof.iterator();
        byte[] first = oldRoot;
        if (Long.bitCount(oldSize) != 1) {
            if (!rest.hasNext()) {
                return false;
            }
            first = rest.next();
        }
        long node = oldSize - 1;
        long last = newSize - 1;
        while ((node & 1) == 1) {
            node >>>= 1;
            last >>>= 1;
        }
        byte[] older = first;
        byte[] newer = first;
        while (rest.hasNext()) {
            byte[] sibling = rest.next();
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                older = hashes.node(sibling, older);
                newer = hashes.node(sibling, newer);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                newer = hashes.node(newer, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && same(older, oldRoot) && same(newer, newRoot);
    }

    private static boolean same(byte[] one, byte[] other) {
        return java.security.MessageDigest.isEqual(one, other);
    }
}
