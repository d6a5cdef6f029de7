package org.kedang.docworker;

import static org.kedang.document.FindingCode.DAMAGED;
import static org.kedang.document.FindingCode.MACROS;
import static org.kedang.document.FindingCode.OCR_LIMIT_REACHED;
import static org.kedang.document.FindingCode.OCR_UNAVAILABLE;
import static org.kedang.document.FindingCode.PROTECTED;
import static org.kedang.document.FindingCode.TEXT_BY_OCR;

import org.jspecify.annotations.Nullable;
import org.kedang.document.ContainedEntry;
import org.kedang.document.Finding;
import org.kedang.document.FindingCode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what readers find out about one document and the parts inside it. */
final class Report {

    /** What a part may say about the whole; its own format or emptiness concern nobody. */
    private static final Set<FindingCode> WORTH_TELLING_OF_A_PART =
            Set.of(
                    PROTECTED,
                    DAMAGED,
                    MACROS,
                    TEXT_BY_OCR,
                    OCR_UNAVAILABLE,
                    OCR_LIMIT_REACHED,
                    FindingCode.ARCHIVE_LIMIT_REACHED,
                    FindingCode.ELECTRONIC_INVOICE);

    private final TextSink text;
    private final Set<Finding> findings;
    private final List<ContainedEntry> entries;
    private final @Nullable String part;
    private @Nullable Integer pages;
    private @Nullable String title;

    Report(TextSink text) {
        this(text, new LinkedHashSet<>(), new ArrayList<>(), null);
    }

    private Report(
            TextSink text,
            Set<Finding> findings,
            List<ContainedEntry> entries,
            @Nullable String part) {
        this.text = text;
        this.findings = findings;
        this.entries = entries;
        this.part = part;
    }

    /** The report on a part: same text and lists, findings carry the part's path. */
    Report ofPart(String path) {
        return new Report(text, findings, entries, pathOf(path));
    }

    boolean isOfPart() {
        return part != null;
    }

    TextSink text() {
        return text;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<ContainedEntry> entries() {
        return entries;
    }

    @Nullable Integer pages() {
        return pages;
    }

    @Nullable String title() {
        return title;
    }

    void pages(int count) {
        pages = count;
    }

    void title(@Nullable String value) {
        if (value != null && !value.isBlank()) {
            title = Names.clean(value);
        }
    }

    void found(Finding finding) {
        if (part == null) {
            findings.add(finding);
        } else if (WORTH_TELLING_OF_A_PART.contains(finding.code())) {
            Map<String, String> details = new HashMap<>(finding.details());
            details.putIfAbsent("part", part);
            findings.add(new Finding(finding.code(), details));
        }
    }

    /** Adds an entry; its name becomes findable text. */
    void entry(String path, long size) throws IOException {
        entries.add(new ContainedEntry(pathOf(path), size));
        text.line(Names.clean(path));
    }

    private String pathOf(String path) {
        String clean = Names.clean(path);
        return part == null ? clean : part + "!/" + clean;
    }
}
