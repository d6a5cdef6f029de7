package org.kedang.consent;

import org.kedang.document.CheckingScans;
import org.kedang.storage.ContentStore;
import org.kedang.storage.FileName;
import org.kedang.storage.Incoming;
import org.kedang.storage.KeyId;
import org.kedang.storage.Keys;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayInputStream;
import java.util.function.BiConsumer;

/**
 * Scans of consents, each encrypted with a key of its own, so that one can be destroyed for good.
 */
@Component
class KeepingScans {
    private final CheckingScans checking;
    private final Keys keys;
    private final ContentStore store;
    private final TransactionTemplate transaction;

    KeepingScans(
            CheckingScans checking,
            Keys keys,
            ContentStore store,
            TransactionTemplate transaction) {
        this.checking = checking;
        this.keys = keys;
        this.store = store;
        this.transaction = transaction;
    }

    /**
     * Keeps the bytes in one transaction with what says whose they are.
     *
     * @param naming gets the scan and the digest of its bytes
     */
    void keep(FileName name, byte[] bytes, BiConsumer<ConsentEvents.Scan, String> naming) {
        checking.require(bytes);
        KeyId key = keys.create();
        boolean kept = false;
        try (Incoming received =
                store.receive(key, new ByteArrayInputStream(bytes), name.value())) {
            transaction.executeWithoutResult(
                    status -> {
                        store.keep(received);
                        naming.accept(
                                new ConsentEvents.Scan(received.content().id(), key, name.value()),
                                received.content().sha256());
                    });
            kept = true;
        } finally {
            if (!kept) {
                keys.destroy(key);
            }
        }
    }

    Resource bytes(ConsentEvents.Scan scan) {
        return store.resource(scan.content(), scan.name());
    }

    /** Removes the bytes and what opens their copies, once the transaction has committed. */
    void remove(ConsentEvents.Scan scan) {
        store.remove(scan.content(), scan.key());
    }
}
