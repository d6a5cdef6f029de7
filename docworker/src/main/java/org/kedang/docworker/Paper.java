package org.kedang.docworker;

import java.nio.file.Path;

/**
 * A document or a part of one, laid down as a file of our own.
 *
 * @param name as given, only a hint
 * @param depth containers around it; 0 is the document itself
 */
record Paper(Path path, String name, Kind kind, int depth) {}
