package org.kedang.audit;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Whether the request at hand has told the log of its refusal, so that none is kept twice. */
public final class KeptRefusals {
    private static final String NOTED = KeptRefusals.class.getName();

    private KeptRefusals() {}

    static void note() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(NOTED, true, RequestAttributes.SCOPE_REQUEST);
        }
    }

    /** Whether the refusal was kept by the use case itself, with all that it knows. */
    public static boolean isNoted() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                && request.getAttribute(NOTED, RequestAttributes.SCOPE_REQUEST) != null;
    }
}
