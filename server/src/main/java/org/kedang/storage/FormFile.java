package org.kedang.storage;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Ids;
import org.springframework.http.MediaType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;

/**
 * A file that a field of a form names, or that waits for what is being written to be saved.
 *
 * @param field name of the field
 * @param size in bytes
 * @param mime what it is, if a page may show it in place
 */
@Schema(name = "FormFile")
public record FormFile(
        UUID id,
        String field,
        String name,
        long size,
        String sha256,
        @Nullable String mime,
        Instant uploadedAt) {

    /** What has arrived for a field, under an id of its own. */
    public static FormFile of(Incoming received, String field, FileName name, Instant at) {
        StoredContent content = received.content();
        return new FormFile(
                Ids.next(),
                field,
                name.value(),
                content.size(),
                content.sha256(),
                mime(received),
                at);
    }

    private static @Nullable String mime(Incoming received) {
        try (InputStream bytes = received.stream()) {
            return InlineType.of(bytes).map(MediaType::toString).orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
