package org.kedang.verifier;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an export says of itself.
 *
 * @param start the first leaf of a range
 * @param end one behind the last leaf of a range
 * @param left hashes of the complete subtrees before {@code start}, largest first
 * @param tree how many leaves the log had when the export was made
 * @param made when the server says that it made the export
 */
record Header(
        String origin,
        boolean selection,
        long start,
        long end,
        List<byte[]> left,
        long tree,
        Instant made,
        String by) {
    private static final String FORMAT = "kedang-audit-export/1";
    private static final int LONGEST_LINE = 1 << 16;
    private static final int MOST_LINES = 1000;

    static Header read(Export export) throws IOException {
        Map<String, String> values = new HashMap<>();
        List<byte[]> left = new ArrayList<>();
        try (InputStream in = export.file(Export.HEADER)) {
            Lines lines = new Lines(in, Export.HEADER, LONGEST_LINE);
            while (lines.next()) {
                String[] line = lines.text().split(" ", 2);
                if (line.length != 2 || lines.number() > MOST_LINES) {
                    throw unreadable(lines.text());
                }
                if (line[0].equals("left")) {
                    left.add(hash(line[1]));
                } else if (values.put(line[0], line[1]) != null) {
                    throw unreadable(lines.text());
                }
            }
        }
        return of(values, left);
    }

    private static Header of(Map<String, String> values, List<byte[]> left) throws Unusable {
        String format = value(values, "format");
        if (!format.equals(FORMAT)) {
            throw new Unusable(
                    "导出的格式是 %s，本验证器只认识 %s。",
                    "The export has format %s; this verifier knows %s.", format, FORMAT);
        }
        boolean selection = value(values, "kind").equals("selection");
        if (!selection && !value(values, "kind").equals("range")) {
            throw unreadable("kind " + values.get("kind"));
        }
        long start = selection ? 0 : number(values, "start");
        long end = selection ? 0 : number(values, "end");
        long tree = number(values, "tree");
        if (start > end || end > tree) {
            throw unreadable("start " + start + ", end " + end + ", tree " + tree);
        }
        return new Header(
                value(values, "origin"),
                selection,
                start,
                end,
                List.copyOf(left),
                tree,
                instant(value(values, "made")),
                values.getOrDefault("by", "?"));
    }

    private static String value(Map<String, String> values, String name) throws Unusable {
        @Nullable String value = values.get(name);
        if (value == null) {
            throw new Unusable("header.txt 缺少 %s。", "header.txt lacks %s.", name);
        }
        return value;
    }

    private static long number(Map<String, String> values, String name) throws Unusable {
        String value = value(values, name);
        if (!value.matches("[0-9]{1,18}")) {
            throw unreadable(name + " " + value);
        }
        return Long.parseLong(value);
    }

    private static Instant instant(String text) throws Unusable {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw unreadable("made " + text);
        }
    }

    private static byte[] hash(String text) throws Unusable {
        try {
            byte[] hash = Base64.getDecoder().decode(text);
            if (hash.length == Hashes.LENGTH) {
                return hash;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw unreadable("left " + text);
    }

    private static Unusable unreadable(String line) {
        String shown = line.length() > 200 ? line.substring(0, 200) + "…" : line;
        return new Unusable(
                "header.txt 中这一行读不懂：%s", "This line of header.txt cannot be read: %s", shown);
    }
}
