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
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Commits the events of reads that happen at the same time in one transaction, so that a thousand
 * readers do not cost a thousand flushes of the disk. The flush is by far the dearest part of an
 * event: the larger the group, the cheaper each of them.
 */
@Component
class GroupCommit {
    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
    private static final int LARGEST_GROUP = 512;

    /** When many read at once, the first of a group waits so long for the others at most. */
    private static final Duration GATHERING = Duration.ofMillis(3);

    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private record Waiting(StampedEntry entry, CompletableFuture<Void> kept) {}

    private final AuditEvents events;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition some = lock.newCondition();
    private final Condition enough = lock.newCondition();
    private final Thread writer;
    private List<Waiting> queue = new ArrayList<>();

    /** As many as were in the last group are likely to come again; then nobody is waited for. */
    private int expected = 1;

    private boolean closed;

    GroupCommit(AuditEvents events) {
        this.events = events;
        this.writer =
                Thread.ofPlatform().name("audit-writer").daemon().unstarted(this::writeGroups);
        writer.start();
    }

    void keep(StampedEntry entry) {
        Waiting waiting = new Waiting(entry, new CompletableFuture<>());
        add(waiting);
        try {
            waiting.kept().join();
        } catch (CompletionException e) {
            log.error("An audit event could not be kept; what it speaks of is refused", e);
            throw Problem.of(KernelProblem.UNAVAILABLE);
        }
    }

    private void add(Waiting waiting) {
        lock.lock();
        try {
            if (closed) {
                throw Problem.of(KernelProblem.UNAVAILABLE);
            }
            queue.add(waiting);
            if (queue.size() == 1) {
                some.signal();
            }
            if (queue.size() == expected) {
                enough.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void writeGroups() {
        for (List<Waiting> group = gather(); !group.isEmpty(); group = gather()) {
            write(group);
        }
    }

    /** Empty when there is nothing more to come. */
    private List<Waiting> gather() {
        lock.lock();
        try {
            while (queue.isEmpty() && !closed) {
                some.awaitUninterruptibly();
            }
            awaitOthers();
            int size = Math.min(queue.size(), LARGEST_GROUP);
            List<Waiting> group = queue.subList(0, size);
            queue = new ArrayList<>(queue.subList(size, queue.size()));
            expected = Math.max(1, size);
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void awaitOthers() {
        long left = GATHERING.toNanos();
        while (queue.size() < expected && left > 0 && !closed) {
            try {
                left = enough.awaitNanos(left);
            } catch (InterruptedException e) {
                log.debug("Nobody interrupts this; going on with those that are here", e);
                return;
            }
        }
    }

    private void write(List<Waiting> group) {
        try {
            events.insert(group.stream().map(Waiting::entry).toList());
            group.forEach(waiting -> waiting.kept().complete(null));
        } catch (RuntimeException e) {
            group.forEach(waiting -> waiting.kept().completeExceptionally(e));
        }
    }

    /** Returns when all that was told is kept. */
    @PreDestroy
    void close() throws InterruptedException {
        lock.lock();
        try {
            closed = true;
            some.signal();
            enough.signal();
        } finally {
            lock.unlock();
        }
        writer.join(LONGEST_END);
    }
}
