package org.kedang.verifier;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of {@code events.tsv}: index, proof (leaf hash or audit path), the event's line, its
 * content line. It looks into the buffer of the lines and lives until the next line.
 */
final class EventRow {
    private static final byte[] ID_BEGINS = "{\"id\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AT_BEGINS = "\",\"at\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONTENT_BEGINS =
            ",\"content\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LINE_ENDS = {'"', '}'};
    private static final int ID_LENGTH = 36;
    private static final int AT_LENGTH = 27;
    private static final int AT = ID_BEGINS.length + ID_LENGTH + AT_BEGINS.length;
    private static final int HASH_TEXT = 44;
    private static final int LONGEST_PROOF = 64 * (HASH_TEXT + 1);
    private static final Pattern SHOWN =
            Pattern.compile("\"(id|at|actorUserName|act)\":\"([^\"\\\\]{1,80})\"");

    /** The index of an event that has no leaf. */
    static final long NO_INDEX = -1;

    private final Lines lines;
    private final int[] tabs = new int[3];
    private long index;

    EventRow(Lines lines) {
        this.lines = lines;
    }

    /** Goes to the next row; {@code false} behind the last one. */
    boolean next() throws IOException {
        if (!lines.next()) {
            return false;
        }
        int found = 0;
        byte[] bytes = lines.buffer();
        for (int i = lines.from(); i < lines.to(); i++) {
            if (bytes[i] == '\t') {
                if (found == 3) {
                    throw unreadable();
                }
                tabs[found++] = i;
            }
        }
        if (found != 3 || tabs[1] - tabs[0] > LONGEST_PROOF) {
            throw unreadable();
        }
        index = number(bytes, lines.from(), tabs[0]);
        return true;
    }

    private long number(byte[] bytes, int from, int to) throws Unusable {
        long number = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                throw unreadable();
            }
            number = 10 * number + bytes[i] - '0';
        }
        if (to - from > 18) {
            throw unreadable();
        }
        return from == to ? NO_INDEX : number;
    }

    long index() {
        return index;
    }

    /** The second part: base64 hashes joined by commas. */
    byte[][] proof() throws Unusable {
        int from = tabs[0] + 1;
        int length = tabs[1] - from;
        int count = length == 0 ? 0 : (length + 1) / (HASH_TEXT + 1);
        if (length != 0 && length != count * (HASH_TEXT + 1) - 1) {
            throw unreadable();
        }
        byte[][] hashes = new byte[count][];
        for (int i = 0; i < count; i++) {
            int at = from + i * (HASH_TEXT + 1);
            if (i > 0 && lines.buffer()[at - 1] != ',') {
                throw unreadable();
            }
            hashes[i] = hash(at);
        }
        return hashes;
    }

    private byte[] hash(int at) throws Unusable {
        try {
            byte[] hash =
                    Base64.getDecoder()
                            .decode(Arrays.copyOfRange(lines.buffer(), at, at + HASH_TEXT));
            if (hash.length == Hashes.LENGTH) {
                return hash;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw unreadable();
    }

    boolean hasLine() {
        return tabs[2] > tabs[1] + 1;
    }

    byte[] leafHash(Hashes hashes) {
        return hashes.leaf(lines.buffer(), tabs[1] + 1, tabs[2]);
    }

    /** Whether the event's time lies before another, both written as in the line. */
    boolean isBefore(byte[] time) {
        return hasTime() && compareTime(time) < 0;
    }

    boolean isAfter(byte[] time) {
        return hasTime() && compareTime(time) > 0;
    }

    private int compareTime(byte[] time) {
        int at = tabs[1] + 1 + AT;
        return Arrays.compare(lines.buffer(), at, at + AT_LENGTH, time, 0, AT_LENGTH);
    }

    private boolean hasTime() {
        int from = tabs[1] + 1;
        return tabs[2] - from > AT + AT_LENGTH
                && stands(ID_BEGINS, from)
                && stands(AT_BEGINS, from + ID_BEGINS.length + ID_LENGTH);
    }

    private boolean stands(byte[] what, int at) {
        return Arrays.equals(lines.buffer(), at, at + what.length, what, 0, what.length);
    }

    /** How the event's contents fit the line that is proven. */
    enum Content {
        NONE,
        WITHHELD,
        FITS,
        DIFFERS
    }

    Content content(Hashes hashes) {
        int end = tabs[2] - 2;
        int begins = end - HASH_TEXT - CONTENT_BEGINS.length;
        boolean promised =
                begins > tabs[1] && stands(CONTENT_BEGINS, begins) && stands(LINE_ENDS, end);
        boolean shown = lines.to() > tabs[2] + 1;
        if (!shown) {
            return promised ? Content.WITHHELD : Content.NONE;
        }
        byte[] hash = hashes.plain(lines.buffer(), tabs[2] + 1, lines.to());
        byte[] text = Base64.getEncoder().encode(hash);
        boolean fits =
                promised && Arrays.equals(text, 0, HASH_TEXT, lines.buffer(), end - HASH_TEXT, end);
        return fits ? Content.FITS : Content.DIFFERS;
    }

    /** Which event this is, for people: what the row itself says. */
    String words() {
        @Nullable String line = hasLine() ? line() : null;
        if (line == null) {
            return "—";
        }
        StringBuilder words = new StringBuilder();
        Matcher shown = SHOWN.matcher(line);
        while (shown.find()) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append(shown.group(1))
                    .append(' ')
                    .append(shown.group(2));
        }
        return words.toString();
    }

    private String line() {
        int length = Math.min(tabs[2] - tabs[1] - 1, 4000);
        return new String(lines.buffer(), tabs[1] + 1, length, StandardCharsets.UTF_8);
    }

    Unusable unreadable() {
        return new Unusable(
                "%s 第 %d 行读不懂（应为四部分，用制表符分开）。",
                "%s, line %d cannot be read (four parts with tabs between them are expected).",
                lines.name(),
                lines.number());
    }
}
