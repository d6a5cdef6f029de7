package org.kedang.storage;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Problem;

import java.text.Normalizer;

/**
 * The name of an uploaded file: one path-free, printable name, Unicode NFC (so that the same name
 * from different systems is the same), 1 to 255 characters.
 */
public record FileName(String value) {
    private static final int LONGEST = 255;

    /**
     * Takes a name as a client sent it.
     *
     * @throws Problem {@code file-name-refused} if it is missing, path-like, too long or holds
     *     forbidden characters
     */
    public static FileName of(@Nullable String sent) {
        String name = sent == null ? "" : Normalizer.normalize(sent, Normalizer.Form.NFC);
        boolean fits = !name.isBlank() && name.codePointCount(0, name.length()) <= LONGEST;
        boolean pathLike = name.equals(".") || name.equals("..");
        if (!fits || pathLike || !name.codePoints().allMatch(FileName::isAllowed)) {
            throw Problem.of(StorageProblem.FILE_NAME_REFUSED, shown(name));
        }
        return new FileName(name);
    }

    /** The name without its last extension; the whole name if there is none. */
    public String stem() {
        int dot = value.lastIndexOf('.');
        return dot > 0 ? value.substring(0, dot) : value;
    }

    private static boolean isAllowed(int c) {
        return c != '/' && c != '\\' && isPlain(c);
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> !turnsDirection(c) && c != 0xFEFF;
        };
    }

    // Unicode "Bidi_Control"
    private static boolean turnsDirection(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static String shown(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().limit(80).forEach(c -> shown.appendCodePoint(isPlain(c) ? c : 0xFFFD));
        return shown.toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
