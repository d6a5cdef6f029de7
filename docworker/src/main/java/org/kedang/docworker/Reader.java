package org.kedang.docworker;

import org.apache.tika.exception.TikaException;
import org.xml.sax.SAXException;

import java.io.IOException;

/**
 * Takes text and findings out of one kind of document. What it throws is damage, unless a limit was
 * reached.
 */
interface Reader {

    void read(Paper paper, Report report, Budget budget)
            throws IOException, SAXException, TikaException;
}
