package org.kedang.storage;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * How far an upload is.
 *
 * @param offset bytes that have arrived and are on disk
 * @param length bytes announced
 * @param answer what became of it, once it is finished; empty before
 */
public record UploadProgress(
        UUID id, long offset, long length, Instant expiresAt, Map<String, String> answer) {}
