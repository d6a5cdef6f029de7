package org.kedang.approval;

/**
 * A kind of request that a page of its module submits, where all of it can be seen, and that only
 * people settle.
 */
public interface PageRequestType extends RequestType {
    @Override
    default boolean mustBeDecided() {
        return true;
    }

    @Override
    default boolean offered() {
        return false;
    }
}
