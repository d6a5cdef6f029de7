package org.kedang.verifier;

import java.util.Arrays;

/** One statement in both languages. */
record Words(String zh, String en) {
    /** Puts the same values into both formats; of a value that is words, the language's. */
    static Words of(String zh, String en, Object... values) {
        return new Words(
                String.format(zh, Arrays.stream(values).map(Words::zh).toArray()),
                String.format(en, Arrays.stream(values).map(Words::en).toArray()));
    }

    private static Object zh(Object value) {
        return value instanceof Words words ? words.zh() : value;
    }

    private static Object en(Object value) {
        return value instanceof Words words ? words.en() : value;
    }
}
