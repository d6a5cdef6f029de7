package org.kedang.storage;

import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes that have arrived and are safe on disk, but belong to nothing yet. Closing it removes them
 * unless they have been kept by a committed transaction.
 */
public final class Incoming implements AutoCloseable {
    private final ContentStore store;
    private final StoredContent content;
    private final boolean whole;
    private boolean disposable;

    Incoming(ContentStore store, StoredContent content, boolean whole, boolean disposable) {
        this.store = store;
        this.content = content;
        this.whole = whole;
        this.disposable = disposable;
    }

    public StoredContent content() {
        return content;
    }

    /** The decrypted bytes from the beginning, for looking at them before they are kept. */
    public InputStream stream() throws IOException {
        return store.streamIncoming(content);
    }

    /** Whether the source ended by itself rather than broke off. */
    boolean isWhole() {
        return whole;
    }

    /** From now on somebody else decides about the bytes. */
    void handOver() {
        disposable = false;
    }

    void takeBack() {
        disposable = true;
    }

    @Override
    public void close() {
        if (disposable) {
            disposable = false;
            store.removeIncoming(content.id());
        }
    }
}
