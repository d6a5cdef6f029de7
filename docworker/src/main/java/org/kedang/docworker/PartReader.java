package org.kedang.docworker;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads what lies inside a document as a document of its own, into the same text and against the
 * same limits.
 */
@FunctionalInterface
interface PartReader {

    void read(String name, InputStream content, int depth, Report report, Budget budget)
            throws IOException;
}
