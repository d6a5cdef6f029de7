package org.kedang.index;

import org.apache.lucene.index.CorruptIndexException;
import org.hibernate.search.engine.reporting.EntityIndexingFailureContext;
import org.hibernate.search.engine.reporting.FailureContext;
import org.hibernate.search.engine.reporting.FailureHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.atomic.AtomicReference;

/** Hears of what went wrong while indexing in the background. */
final class IndexFailures implements FailureHandler {
    private static final Logger log = LoggerFactory.getLogger(IndexFailures.class);

    private final AtomicReference<@Nullable String> last = new AtomicReference<>();
    private final IndexFolder folder;

    IndexFailures(IndexFolder folder) {
        this.folder = folder;
    }

    @Override
    public void handle(FailureContext failure) {
        keep(failure, "");
    }

    @Override
    public void handle(EntityIndexingFailureContext failure) {
        keep(failure, " " + failure.failingEntityReferences());
    }

    private void keep(FailureContext failure, String what) {
        Throwable thrown = failure.throwable();
        log.error("Indexing failed: {}{}", failure.failingOperation(), what, thrown);
        last.set(failure.failingOperation() + what + ": " + thrown.getMessage());
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CorruptIndexException) {
                // built anew at the next start, or before if somebody asks
                folder.incomplete();
            }
        }
    }

    @Nullable String last() {
        return last.get();
    }

    void forget() {
        last.set(null);
    }
}
