package org.kedang.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What is signed: how many leaves the tree had and its root (C2SP "tlog-checkpoint").
 *
 * @param origin name of the key; says whose log it is
 * @param size number of leaves
 * @param root 32 bytes
 * @param at when it was signed, by the server's own clock
 */
record Checkpoint(String origin, long size, byte[] root, Instant at) {
    private static final String AT = "at ";

    /** The signed text, its last line feed included. */
    String text() {
        return origin
                + "\n"
                + size
                + "\n"
                + Base64.getEncoder().encodeToString(root)
                + "\n"
                + AT
                + at
                + "\n";
    }

    /**
     * @throws IllegalArgumentException if this is not a checkpoint's text
     */
    static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[3].startsWith(AT)) {
            throw new IllegalArgumentException("Not a checkpoint: " + text);
        }
        try {
            return new Checkpoint(
                    lines[0],
                    Long.parseLong(lines[1]),
                    Base64.getDecoder().decode(lines[2]),
                    Instant.parse(lines[3].substring(AT.length())));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Not a checkpoint: " + text, e);
        }
    }

    /** How people name it: size and the beginning of the root. */
    String shortName() {
        return size + "/" + HexFormat.of().formatHex(root).substring(0, 16);
    }

    @Override
    public String toString() {
        return shortName() + " at " + at;
    }
}
