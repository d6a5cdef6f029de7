package org.kedang.approval;

import io.swagger.v3.oas.annotations.media.Schema;

/** How those who must decide in one step decide together. */
@Schema(name = "ApprovalMode")
public enum Mode {
    /** One after another; all must agree. */
    ONE_AFTER_ANOTHER,
    /** All at the same time; all must agree (会签). */
    ALL,
    /** Whoever decides first decides for all (或签). */
    ANY,
    /** A share of the votes must agree (票签). */
    VOTE
}
