package org.kedang.audit;

/** Something of the tree is not there or does not fit the rest. */
final class TreeDamaged extends RuntimeException {
    TreeDamaged(String message) {
        super(message);
    }
}
