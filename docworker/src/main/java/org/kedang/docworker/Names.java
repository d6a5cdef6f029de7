package org.kedang.docworker;

import java.util.Locale;

/** File names as foreign systems wrote them. */
final class Names {

    private static final int LONGEST = 1_000;

    private Names() {}

    /** One line without control characters, unpaired surrogates and text-direction overrides. */
    static String clean(String name) {
        StringBuilder clean = new StringBuilder();
        name.codePoints()
                .limit(LONGEST)
                .map(c -> isUnfit(c) ? ' ' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    private static boolean isUnfit(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR ->
                    true;
            default -> false;
        };
    }

    /** Lower-case extension without the dot, empty when there is none. */
    static String extensionOf(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        return dot <= 0 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT).strip();
    }
}
