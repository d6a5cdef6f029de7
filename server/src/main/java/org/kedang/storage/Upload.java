package org.kedang.storage;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An upload under way or just finished.
 *
 * @param length bytes announced
 * @param parts what has arrived, in order and without gaps
 * @param answer what became of it; {@code null} until it is finished
 */
record Upload(
        UUID id,
        UUID personId,
        KeyId key,
        Map<String, String> metadata,
        long length,
        List<StoredContent> parts,
        @Nullable Map<String, String> answer,
        Instant expiresAt) {

    long offset() {
        return answer != null ? length : parts.stream().mapToLong(StoredContent::size).sum();
    }

    UploadProgress progress() {
        return new UploadProgress(
                id, offset(), length, expiresAt, answer == null ? Map.of() : answer);
    }
}
