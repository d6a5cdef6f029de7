package org.kedang.approval;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that somebody attached to a request, or to a form that is still being typed.
 *
 * @param field the field of the form that names it
 * @param size in bytes
 * @param mime what it is, if a page may show it in place
 */
@Schema(name = "ApprovalFile")
public record RequestFile(
        UUID id,
        String field,
        String name,
        long size,
        String sha256,
        @Nullable String mime,
        Instant uploadedAt) {}
