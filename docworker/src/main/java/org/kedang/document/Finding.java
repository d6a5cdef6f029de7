package org.kedang.document;

import java.util.Map;

/**
 * One thing that the examination of a document found out.
 *
 * @param code what kind of thing
 * @param details values by name, e.g. {@code pages=3,7}; they fill the braces of the code's texts
 */
public record Finding(FindingCode code, Map<String, String> details) {

    public Finding {
        details = Map.copyOf(details);
    }

    /** A finding that needs no details. */
    public static Finding of(FindingCode code) {
        return new Finding(code, Map.of());
    }

    /** A finding with one detail. */
    public static Finding of(FindingCode code, String key, String value) {
        return new Finding(code, Map.of(key, value));
    }

    public Severity severity() {
        return code.severity();
    }

    /** Chinese text with the details filled in. */
    public String zh() {
        return fill(code.zh());
    }

    /** English text with the details filled in. */
    public String en() {
        return fill(code.en());
    }

    private String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> detail : details.entrySet()) {
            filled = filled.replace("{" + detail.getKey() + "}", detail.getValue());
        }
        return filled.replaceAll("\\{[a-z]+}", "?");
    }
}
