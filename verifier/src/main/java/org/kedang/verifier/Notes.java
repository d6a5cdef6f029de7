package org.kedang.verifier;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Reads checkpoints from C2SP signed notes that stand one after the other. */
final class Notes {
    private static final int LONGEST_LINE = 1 << 14;
    private static final int MOST_LINES = 64;
    private static final String SIGNATURE = "— ";

    private final Lines lines;
    private final boolean published;

    Notes(InputStream in, String name, boolean published) {
        this.lines = new Lines(in, name, LONGEST_LINE);
        this.published = published;
    }

    /** The next checkpoint, or {@code null} at the end. */
    @Nullable Checkpoint next() throws IOException {
        String first = afterEmptyLines();
        if (first == null) {
            return null;
        }
        long begun = lines.number();
        List<String> text = new ArrayList<>(List.of(first));
        while (lines.next() && !lines.text().isEmpty()) {
            text.add(lines.text());
            if (text.size() > MOST_LINES) {
                throw unreadable(begun);
            }
        }
        List<Checkpoint.Signed> signatures = signatures(begun);
        if (text.size() < 4 || signatures.isEmpty()) {
            throw unreadable(begun);
        }
        return checkpoint(text, signatures, begun);
    }

    private @Nullable String afterEmptyLines() throws IOException {
        while (lines.next()) {
            String line = lines.text();
            String bare =
                    lines.number() == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
            if (!bare.isBlank()) {
                return bare;
            }
        }
        return null;
    }

    private List<Checkpoint.Signed> signatures(long begun) throws IOException {
        List<Checkpoint.Signed> signatures = new ArrayList<>();
        while (lines.next() && !lines.text().isEmpty()) {
            String[] parts = lines.text().split(" ", -1);
            if (!lines.text().startsWith(SIGNATURE)
                    || parts.length != 3
                    || signatures.size() == MOST_LINES) {
                throw unreadable(begun);
            }
            byte[] bytes = base64(parts[2], begun);
            if (bytes.length < 5) {
                throw unreadable(begun);
            }
            signatures.add(
                    new Checkpoint.Signed(
                            parts[1],
                            HexFormat.of().formatHex(bytes, 0, 4),
                            Arrays.copyOfRange(bytes, 4, bytes.length)));
        }
        return signatures;
    }

    private Checkpoint checkpoint(List<String> text, List<Checkpoint.Signed> signatures, long begun)
            throws Unusable {
        byte[] root = base64(text.get(2), begun);
        String at = text.get(3);
        if (!text.get(1).matches("0|[1-9][0-9]{0,17}")
                || root.length != Hashes.LENGTH
                || !at.startsWith("at ")) {
            throw unreadable(begun);
        }
        try {
            return new Checkpoint(
                    text.get(0),
                    Long.parseLong(text.get(1)),
                    root,
                    Instant.parse(at.substring(3)),
                    (String.join("\n", text) + "\n").getBytes(StandardCharsets.UTF_8),
                    signatures,
                    lines.name() + ":" + begun,
                    published);
        } catch (DateTimeException e) {
            throw unreadable(begun);
        }
    }

    private byte[] base64(String text, long begun) throws Unusable {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw unreadable(begun);
        }
    }

    private Unusable unreadable(long line) {
        return new Unusable(
                "%s 第 %d 行起不是检查点（应为：来源、大小、根、时间、空行、签名行、空行）。",
                "%s, from line %d on: not a checkpoint (expected: origin, size, root, time, empty"
                        + " line, signature lines, empty line).",
                lines.name(),
                line);
    }
}
