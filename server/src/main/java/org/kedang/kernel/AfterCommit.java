package org.kedang.kernel;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is to be done once the current transaction is durable, and not at all if it is not. */
public record AfterCommit(Runnable deed) implements TransactionSynchronization {

    /**
     * @throws IllegalStateException outside a transaction
     */
    public static void run(Runnable deed) {
        TransactionSynchronizationManager.registerSynchronization(new AfterCommit(deed));
    }

    @Override
    public void afterCommit() {
        deed.run();
    }
}
