package org.kedang.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads lines as bytes, in memory that a line of any length cannot exhaust. */
final class Lines {
    private static final int FIRST_BUFFER = 1 << 16;

    private final InputStream in;
    private final String name;
    private final int longest;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int from;
    private int to;
    private int next;
    private int filled;
    private long number;

    /**
     * @param name how people call the input
     * @param longest bytes that a line may have
     */
    Lines(InputStream in, String name, int longest) {
        this.in = in;
        this.name = name;
        this.longest = longest;
    }

    /** Goes to the next line; {@code false} after the last one. */
    boolean next() throws IOException {
        from = next;
        int search = from;
        while (true) {
            for (int i = search; i < filled; i++) {
                if (buffer[i] == '\n') {
                    to = i;
                    next = i + 1;
                    number++;
                    return true;
                }
            }
            search = filled - from;
            if (!fill()) {
                return last();
            }
        }
    }

    private boolean last() {
        to = filled;
        next = filled;
        number++;
        return to > from;
    }

    /** Moves what was begun to the front and reads on. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, filled - from);
        filled -= from;
        from = 0;
        if (filled > longest) {
            throw new Unusable(
                    "%s 第 %d 行超过 %d 字节，不像是客档的导出。",
                    "%s, line %d is longer than %d bytes: not an export of Kedang.",
                    name,
                    number + 1,
                    longest);
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, read);
        return read > 0;
    }

    byte[] buffer() {
        return buffer;
    }

    int from() {
        return from;
    }

    /** One behind the last byte of the line. */
    int to() {
        return to;
    }

    /** The line's number, from 1. */
    long number() {
        return number;
    }

    String name() {
        return name;
    }

    /** The line as text, without a carriage return that mail may have added. */
    String text() {
        int end = to > from && buffer[to - 1] == '\r' ? to - 1 : to;
        return new String(buffer, from, end - from, StandardCharsets.UTF_8);
    }
}
