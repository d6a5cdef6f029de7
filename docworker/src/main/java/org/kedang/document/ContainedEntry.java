package org.kedang.document;

/**
 * A file inside an archive, a mail or an OFD document.
 *
 * @param path as written in the container, nested containers joined by {@code !/}; never a path to
 *     write to
 * @param size in bytes; -1 when the container does not say
 */
public record ContainedEntry(String path, long size) {}
