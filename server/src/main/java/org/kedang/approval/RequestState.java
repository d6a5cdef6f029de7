package org.kedang.approval;

import io.swagger.v3.oas.annotations.media.Schema;

/** Where a request stands; only the first two may still change. */
@Schema(name = "ApprovalState")
public enum RequestState {
    OPEN,
    /** With the requester, who may mend and submit it again. */
    RETURNED,
    APPROVED,
    REJECTED,
    WITHDRAWN,
    EXPIRED,
    TERMINATED
}
