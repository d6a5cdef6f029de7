package org.kedang.document;

import java.util.Map;

/** How an examination went. A document can do no more to the server than end as {@link Failed}. */
public sealed interface ExaminationOutcome {

    /** The worker answered, be it that the document is damaged or protected. */
    record Examined(Examination examination) implements ExaminationOutcome {}

    /**
     * The document cost its worker the life.
     *
     * @param code TIMED_OUT, WORKER_CRASHED or OUT_OF_MEMORY
     * @param detail seconds or reason, for the code's text
     * @param retryable whether another attempt could end better
     */
    record Failed(FindingCode code, String detail, boolean retryable)
            implements ExaminationOutcome {

        /** The failure as a finding to keep with the file. */
        public Finding finding() {
            return new Finding(code, Map.of("seconds", detail, "reason", detail));
        }
    }
}
