package org.kedang.archive;

import org.kedang.storage.FileName;
import org.kedang.storage.Incoming;

/**
 * A file whose bytes have arrived and that is about to be stored; closing it drops what was not.
 */
public record ReceivedFile(FileName name, Incoming bytes) implements AutoCloseable {
    @Override
    public void close() {
        bytes.close();
    }
}
