package org.kedang.preference;

import org.jspecify.annotations.Nullable;

/** What people typed, as it is kept. */
final class Texts {
    private Texts() {}

    static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static String shortened(String text, int most) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }
}
