package org.kedang.storage;

import org.springframework.http.MediaType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Which contents a page may show in place: those whose first bytes say so, whatever they are
 * called.
 */
public final class InlineType {
    private static final int LOOK = 12;

    private static final Map<String, MediaType> BEGINNINGS =
            Map.of(
                    "%PDF-", MediaType.APPLICATION_PDF,
                    "\u0089PNG\r\n\u001a\n", MediaType.IMAGE_PNG,
                    "\u00ff\u00d8\u00ff", MediaType.IMAGE_JPEG,
                    "GIF87a", MediaType.IMAGE_GIF,
                    "GIF89a", MediaType.IMAGE_GIF,
                    "BM", MediaType.parseMediaType("image/bmp"));

    private InlineType() {}

    /** The type, if its first bytes are those of something that a page may show. */
    public static Optional<MediaType> of(InputStream content) throws IOException {
        byte[] first = content.readNBytes(LOOK);
        if (isWebp(first)) {
            return Optional.of(MediaType.parseMediaType("image/webp"));
        }
        return BEGINNINGS.entrySet().stream()
                .filter(known -> startsWith(first, known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isWebp(byte[] first) {
        return first.length == LOOK
                && startsWith(first, "RIFF")
                && startsWith(Arrays.copyOfRange(first, 8, LOOK), "WEBP");
    }

    private static boolean startsWith(byte[] bytes, String beginning) {
        byte[] expected = beginning.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= expected.length
                && Arrays.equals(bytes, 0, expected.length, expected, 0, expected.length);
    }
}
