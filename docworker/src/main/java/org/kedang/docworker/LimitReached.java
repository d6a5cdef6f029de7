package org.kedang.docworker;

import org.kedang.document.Finding;

/** A limit of the examination was reached; what has been taken so far stays. */
final class LimitReached extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    LimitReached(Finding finding) {
        super(finding.en(), null, false, false);
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
