package org.kedang.storage;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Removes uploads together with what arrived of them. */
@Component
class SweepingUploads {
    private static final int BATCH = 500;

    private final UploadLedger ledger;
    private final ContentStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SweepingUploads(
            UploadLedger ledger, ContentStore store, TransactionTemplate transaction, Clock clock) {
        this.ledger = ledger;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Removes uploads that nobody went on with. */
    void sweep() {
        List<UUID> expired = ledger.listExpired(clock.instant(), BATCH);
        while (!expired.isEmpty()) {
            expired.forEach(id -> ledger.find(id).ifPresent(this::remove));
            expired = ledger.listExpired(clock.instant(), BATCH);
        }
    }

    void remove(Upload upload) {
        transaction.executeWithoutResult(status -> ledger.remove(upload.id()));
        upload.parts().forEach(part -> store.removeIncoming(part.id()));
    }
}
