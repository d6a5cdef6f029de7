package org.kedang.audit;

/**
 * An event with its place in the hash tree.
 *
 * @param index of its leaf, counted from 0; never changes
 */
public record SealedEvent(long index, LoggedEvent event) {}
