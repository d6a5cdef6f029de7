package org.kedang.audit;

/** Gives the hashes of perfect subtrees. */
interface Nodes {
    /**
     * @param height the subtree has 2^height leaves
     * @param index which of the subtrees of that height, counted from 0
     */
    byte[] perfect(int height, long index);
}
