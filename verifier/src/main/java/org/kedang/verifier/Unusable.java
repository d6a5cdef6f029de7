package org.kedang.verifier;

import java.io.IOException;

/** What was given cannot be read as what it should be; nothing is said about the log itself. */
final class Unusable extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Words words;

    Unusable(Words words) {
        super(words.en());
        this.words = words;
    }

    Unusable(String zh, String en, Object... values) {
        this(Words.of(zh, en, values));
    }

    Words words() {
        return words;
    }
}
