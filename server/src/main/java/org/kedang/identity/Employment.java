package org.kedang.identity;

/** How somebody works for the company: employed, for a time, or sent by others. */
public enum Employment {
    STAFF,
    TEMPORARY,
    OUTSIDE
}
