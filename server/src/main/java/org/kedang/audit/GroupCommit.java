package org.kedang.audit;

import jakarta.annotation.PreDestroy;

import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * Commits the events of reads that happen at the same time in one transaction, so that a thousand
 * readers do not cost a thousand flushes of the disk. The flush is the dearest part of an event:
 * the larger the group, the cheaper each of them.
 */
@Component
class GroupCommit {
    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
    private static final int LARGEST_GROUP = 512;

    /**
     * When many read at once, a group begins so long after the one before. Waiting for all that
     * came last time would be worse: then everybody waits for everybody, and nobody works.
     */
    private static final Duration PACE = Duration.ofMillis(3);

    /** One group is on its way to the disk while the next one gathers. */
    private static final int WRITERS = 2;

    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private record Waiting(StampedEntry entry, CompletableFuture<Void> kept) {}

    private final AuditEvents events;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final ReentrantLock gathering = new ReentrantLock();
    private final List<Thread> writers;
    private boolean busy;
    private long begun;
    private volatile boolean closed;

    GroupCommit(AuditEvents events) {
        this.events = events;
        this.writers =
                IntStream.range(0, WRITERS)
                        .mapToObj(i -> Thread.ofPlatform().name("audit-writer-" + i).daemon())
                        .map(thread -> thread.start(this::writeGroups))
                        .toList();
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
        while (!closed || !queue.isEmpty()) {
            List<Waiting> group = gather();
            if (!group.isEmpty()) {
                write(group);
            }
        }
    }

    private List<Waiting> gather() {
        List<Waiting> group = new ArrayList<>();
        gathering.lock();
        try {
            Waiting first = queue.poll(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                group.add(first);
                if (busy) {
                    LockSupport.parkNanos(begun + PACE.toNanos() - System.nanoTime());
                }
                begun = System.nanoTime();
                queue.drainTo(group, LARGEST_GROUP - 1);
                busy = group.size() > 1;
            }
        } catch (InterruptedException e) {
            log.debug("Nobody interrupts this; looking again", e);
        } finally {
            gathering.unlock();
        }
        return group;
    }

    private void write(List<Waiting> group) {
        try {
            // one COPY is a transaction by itself
            events.insert(group.stream().map(Waiting::entry).toList());
            group.forEach(waiting -> waiting.kept().complete(null));
        } catch (RuntimeException e) {
            group.forEach(waiting -> waiting.kept().completeExceptionally(e));
        }
    }

    /** Returns when all that was told is kept. */
    @PreDestroy
    void close() throws InterruptedException {
        closed = true;
        for (Thread writer : writers) {
            writer.join(LONGEST_END);
        }
    }
}
