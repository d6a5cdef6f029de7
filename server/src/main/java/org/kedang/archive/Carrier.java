package org.kedang.archive;

/** In which form an item is kept. */
public enum Carrier {
    ELECTRONIC,
    PAPER,
    BOTH
}
