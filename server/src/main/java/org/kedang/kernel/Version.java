package org.kedang.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The version of a thing that a change is based on, as in {@code ETag} and {@code If-Match} (RFC
 * 9110, 8.8.3 and 13.1.1).
 */
public record Version(long number) {

    /**
     * Reads {@code If-Match}; its absence and {@code *} are refused, for they would overwrite
     * blindly.
     */
    public static Version ofIfMatch(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Problem.of(KernelProblem.PRECONDITION_REQUIRED);
        }
        String digits = header.strip().replaceFirst("^W/", "").replace("\"", "");
        try {
            return new Version(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            throw Problem.of(KernelProblem.PRECONDITION_REQUIRED);
        }
    }

    public String etag() {
        return "\"" + number + "\"";
    }
}
