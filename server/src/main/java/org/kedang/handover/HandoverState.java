package org.kedang.handover;

/** How far a handover is. */
public enum HandoverState {
    /** The heads decide. */
    ASKED,
    RUNNING,
    DONE,
    CANCELLED,
    /** The heads refused it, or it was withdrawn. */
    REFUSED
}
