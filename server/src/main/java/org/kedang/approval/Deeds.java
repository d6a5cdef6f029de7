package org.kedang.approval;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells the log what one transaction does with requests, all at once just before it commits: a
 * decision is often several deeds, and each telling costs as much as all of them.
 */
@Component
class Deeds {
    private final Audit audit;

    Deeds(Audit audit) {
        this.audit = audit;
    }

    /** In the transaction of what is told: both are kept or neither. */
    void record(Entry deed) {
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Gathered.class::isInstance)
                .map(Gathered.class::cast)
                .findFirst()
                .orElseGet(this::gather)
                .deeds
                .add(deed);
    }

    private Gathered gather() {
        Gathered gathered = new Gathered(audit);
        TransactionSynchronizationManager.registerSynchronization(gathered);
        return gathered;
    }

    private static final class Gathered implements TransactionSynchronization {
        private final Audit audit;
        private final List<Entry> deeds = new ArrayList<>();

        Gathered(Audit audit) {
            this.audit = audit;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            audit.recordAll(deeds);
        }
    }
}
