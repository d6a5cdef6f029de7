package org.kedang.approval;

/** How a request ended. */
public enum Outcome {
    APPROVED,
    REJECTED,
    WITHDRAWN,
    EXPIRED,
    TERMINATED
}
