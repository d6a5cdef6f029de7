package org.kedang.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * A text with its signature (C2SP "signed-note").
 *
 * @param text what is signed, ending with a line feed
 * @param signatures the lines below the empty line
 */
record SignedNote(String text, List<String> signatures) {
    static SignedNote sign(Checkpoint checkpoint, NoteKey... keys) {
        String text = checkpoint.text();
        return new SignedNote(
                text,
                Arrays.stream(keys).map(key -> key.signatureLine(text).stripTrailing()).toList());
    }

    /**
     * @throws IllegalArgumentException if it has not the form of a note
     */
    static SignedNote parse(String note) {
        int gap = note.indexOf("\n\n");
        if (gap < 0) {
            throw new IllegalArgumentException("No signature: " + note);
        }
        List<String> signatures =
                note.substring(gap + 2).lines().filter(line -> !line.isBlank()).toList();
        return new SignedNote(note.substring(0, gap + 1), signatures);
    }

    Checkpoint checkpoint() {
        return Checkpoint.parse(text);
    }

    /** Whether any of the keys has signed it. */
    boolean isSignedBy(List<NoteKey> keys) {
        return keys.stream().anyMatch(this::isSignedBy);
    }

    private boolean isSignedBy(NoteKey key) {
        String prefix = "— " + key.name() + " ";
        return signatures.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> Base64.getDecoder().decode(line.substring(prefix.length())))
                .filter(marked -> Arrays.equals(Arrays.copyOf(marked, 4), key.id()))
                .anyMatch(
                        marked ->
                                key.verifies(
                                        text.getBytes(StandardCharsets.UTF_8),
                                        Arrays.copyOfRange(marked, 4, marked.length)));
    }

    /** Whether a signature claims to be by the key of that name and id (8 hex digits). */
    boolean names(String key, String id) {
        String prefix = "— " + key + " ";
        return signatures.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> Base64.getDecoder().decode(line.substring(prefix.length())))
                .anyMatch(marked -> HexFormat.of().formatHex(marked, 0, 4).equals(id));
    }

    /** The note as it is published, ending with a line feed. */
    @Override
    public String toString() {
        return text + "\n" + String.join("\n", signatures) + "\n";
    }
}
