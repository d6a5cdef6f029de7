package org.kedang.archive;

import org.jspecify.annotations.Nullable;

/** Texts as they are stored: without space around, {@code null} rather than blank. */
final class Texts {
    private Texts() {}

    static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
