package org.kedang.index;

import org.hibernate.search.mapper.pojo.massindexing.MassIndexingMonitor;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what a rebuilding has done. */
final class Progress implements MassIndexingMonitor {
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong expected = new AtomicLong();

    @Override
    public void documentsAdded(long increment) {
        done.addAndGet(increment);
    }

    @Override
    public void documentsBuilt(long increment) {
        // counted when added
    }

    @Override
    public void entitiesLoaded(long increment) {
        // counted when added
    }

    @Override
    public void addToTotalCount(long increment) {
        expected.addAndGet(increment);
    }

    @Override
    public void indexingCompleted() {
        // told by the return of the mass indexer
    }

    long done() {
        return done.get();
    }

    long expected() {
        return expected.get();
    }
}
