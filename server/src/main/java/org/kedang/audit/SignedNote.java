package org.kedang.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text with its signature (C2SP "signed-note").
 *
 * @param text what is signed, ending with a line feed
 * @param signatures the lines below the empty line
 */
record SignedNote(String text, List<String> signatures) {
    static SignedNote sign(Checkpoint checkpoint, NoteKey key) {
        String text = checkpoint.text();
        return new SignedNote(text, List.of(key.signatureLine(text).stripTrailing()));
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

    /** The note as it is published, ending with a line feed. */
    @Override
    public String toString() {
        return text + "\n" + String.join("\n", signatures) + "\n";
    }
}
