package org.kedang.kernel;

import org.jspecify.annotations.Nullable;

/** Texts that people typed, as they are kept and shown. */
public final class Texts {
    private Texts() {}

    /** Without space around; {@code null} rather than blank. */
    public static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** On one line of at most so many characters; an ellipsis tells of what was cut. */
    public static String shortened(String text, int most) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }
}
