package org.kedang.customfield;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that a record's field names, or that waits for the record to be saved.
 *
 * @param field name of the field
 * @param size in bytes
 * @param mime what it is, if a page may show it in place
 */
@Schema(name = "CustomFile")
public record RecordFile(
        UUID id,
        String field,
        String name,
        long size,
        String sha256,
        @Nullable String mime,
        Instant uploadedAt) {}
