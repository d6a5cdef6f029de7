package org.kedang.archive;

/** How far the examination of a file is. */
public enum ExaminationState {
    PENDING,
    RUNNING,
    DONE,
    FAILED
}
