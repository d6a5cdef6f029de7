package org.kedang.storage.web;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The header {@code Upload-Metadata}: comma-separated pairs of a name and a Base64 value (tus
 * 1.0.0, creation).
 */
final class UploadMetadata {
    private static final int LONGEST = 8_000;

    private UploadMetadata() {}

    static Map<String, String> parse(@Nullable String header) {
        Map<String, String> metadata = new LinkedHashMap<>();
        if (header == null || header.isBlank()) {
            return metadata;
        }
        if (header.length() > LONGEST) {
            throw malformed();
        }
        for (String pair : header.split(",", -1)) {
            String[] words = pair.strip().split(" ", 2);
            String value = words.length == 2 ? decode(words[1].strip()) : "";
            if (words[0].isEmpty() || metadata.put(words[0], value) != null) {
                throw malformed();
            }
        }
        return metadata;
    }

    private static String decode(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw malformed();
        }
    }

    private static Problem malformed() {
        return Problem.of(KernelProblem.MALFORMED_REQUEST, "Upload-Metadata");
    }
}
