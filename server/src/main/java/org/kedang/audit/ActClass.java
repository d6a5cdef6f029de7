package org.kedang.audit;

/** The three classes of log that GB/T 39784-2021, table 36, asks for; stored by position. */
public enum ActClass {
    SYSTEM,
    USER,
    ARCHIVE
}
