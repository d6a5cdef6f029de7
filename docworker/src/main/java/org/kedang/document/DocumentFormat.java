package org.kedang.document;

import org.jspecify.annotations.Nullable;

/**
 * What a document is by its content, whatever its name says.
 *
 * @param mime media type, e.g. {@code application/pdf}
 * @param name for people, e.g. {@code PDF 1.7}
 * @param extension usual file name extension without the dot; empty when the format has none
 * @param puid identifier in the PRONOM registry, only where the content decides it
 */
public record DocumentFormat(String mime, String name, String extension, @Nullable String puid) {}
