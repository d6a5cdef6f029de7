package org.kedang.document;

import java.io.IOException;
import java.io.InputStream;

/** A document to examine, as its keeper has it. */
public interface DocumentSource {

    /** File name as the person gave it. */
    String name();

    /** Length in bytes of what {@link #open} yields. */
    long size();

    /** The content from its beginning; the reader closes it. May be asked for more than once. */
    InputStream open() throws IOException;
}
