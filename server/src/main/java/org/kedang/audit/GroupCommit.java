package org.kedang.audit;

import jakarta.annotation.PreDestroy;

import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Commits the events of reads that happen at the same time in one transaction, so that a thousand
 * readers do not cost a thousand flushes of the disk.
 */
@Component
class GroupCommit {
    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
    private static final int LARGEST_GROUP = 512;

    private record Waiting(StampedEntry entry, CompletableFuture<Void> kept) {}

    private final AuditEvents events;
    private final TransactionTemplate transaction;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread writer;
    private volatile boolean closed;

    GroupCommit(AuditEvents events, TransactionTemplate transaction) {
        this.events = events;
        this.transaction = transaction;
        this.writer = Thread.ofPlatform().name("audit-writer").daemon().start(this::writeGroups);
    }

    void keep(StampedEntry entry) {
        if (closed) {
            throw Problem.of(KernelProblem.UNAVAILABLE);
        }
        Waiting waiting = new Waiting(entry, new CompletableFuture<>());
        queue.add(waiting);
        try {
            waiting.kept().join();
        } catch (CompletionException e) {
            log.error("An audit event could not be kept; what it speaks of is refused", e);
            throw Problem.of(KernelProblem.UNAVAILABLE);
        }
    }

    private void writeGroups() {
        List<Waiting> group = new ArrayList<>(LARGEST_GROUP);
        while (!closed || !queue.isEmpty()) {
            try {
                group.add(queue.take());
                queue.drainTo(group, LARGEST_GROUP - 1);
                write(group);
            } catch (InterruptedException e) {
                log.debug("Asked to stop", e);
            } finally {
                group.clear();
            }
        }
    }

    private void write(List<Waiting> group) {
        try {
            List<StampedEntry> entries = group.stream().map(Waiting::entry).toList();
            transaction.executeWithoutResult(status -> events.insert(entries));
            group.forEach(waiting -> waiting.kept().complete(null));
        } catch (RuntimeException e) {
            group.forEach(waiting -> waiting.kept().completeExceptionally(e));
        }
    }

    @PreDestroy
    void close() {
        closed = true;
        writer.interrupt();
    }
}
