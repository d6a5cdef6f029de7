package org.kedang.storage;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Stored content as an answer over HTTP: whole or in ranges, and nothing in it runs. */
public final class ContentAnswer {
    private ContentAnswer() {}

    /** Whether only a part is asked for. */
    public static boolean isPartial(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.RANGE) != null;
    }

    /**
     * The bytes as they were uploaded.
     *
     * @param sha256 digest of the bytes, their entity tag
     * @param inline whether PDF and images are shown in place; all else is saved
     */
    public static ResponseEntity<Resource> of(
            HttpServletRequest request, Resource bytes, String name, String sha256, boolean inline)
            throws IOException {
        Optional<MediaType> shown = inline ? inlineType(bytes) : Optional.empty();
        String etag = "\"" + sha256 + "\"";
        boolean outdated = isOutdated(request.getHeader(HttpHeaders.IF_RANGE), etag);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().eTag(etag);
        if (outdated) {
            answer.contentLength(bytes.contentLength());
        }
        return answer.contentType(shown.orElse(MediaType.APPLICATION_OCTET_STREAM))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(shown.isPresent(), name))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .body(outdated ? whole(bytes) : bytes);
    }

    /** The bytes to be saved, whatever they are; no cache keeps them. */
    public static ResponseEntity<Resource> saved(Resource bytes, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(false, name))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(bytes);
    }

    private static Optional<MediaType> inlineType(Resource bytes) throws IOException {
        try (InputStream first = bytes.getInputStream()) {
            return InlineType.of(first);
        }
    }

    private static String disposition(boolean inline, String name) {
        ContentDisposition.Builder disposition =
                inline ? ContentDisposition.inline() : ContentDisposition.attachment();
        return disposition.filename(name, StandardCharsets.UTF_8).build().toString();
    }

    /** A range of another content would be wrong (RFC 9110, 13.1.5). */
    private static boolean isOutdated(@Nullable String ifRange, String etag) {
        return ifRange != null && !ifRange.equals(etag);
    }

    /** Of exactly this kind of resource Spring never answers a range. */
    private static Resource whole(Resource bytes) {
        return new InputStreamResource(bytes::getInputStream, bytes.getDescription());
    }
}
