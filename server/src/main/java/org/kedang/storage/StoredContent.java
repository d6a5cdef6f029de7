package org.kedang.storage;

/**
 * What is known of stored bytes.
 *
 * @param size in bytes, before encryption
 * @param sha256 digest of the bytes before encryption, 64 lower-case hexadecimal digits
 */
public record StoredContent(ContentId id, KeyId key, long size, String sha256) {}
