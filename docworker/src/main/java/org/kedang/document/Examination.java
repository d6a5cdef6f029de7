package org.kedang.document;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What one document turned out to be.
 *
 * @param text everything a full-text search may find the document by, without NUL and unpaired
 *     surrogates
 * @param textTruncated whether the text was longer than the limit
 * @param pages number of pages where the format has pages
 * @param title title that the document itself carries: a mail's subject, a document property
 * @param entries files inside the document, in its order
 */
public record Examination(
        DocumentFormat format,
        String text,
        boolean textTruncated,
        @Nullable Integer pages,
        @Nullable String title,
        List<Finding> findings,
        List<ContainedEntry> entries) {

    public Examination {
        findings = List.copyOf(findings);
        entries = List.copyOf(entries);
    }

    public boolean has(FindingCode code) {
        return findings.stream().anyMatch(finding -> finding.code() == code);
    }
}
