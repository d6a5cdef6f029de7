package org.kedang.audit;

import jakarta.annotation.PreDestroy;

import org.jspecify.annotations.Nullable;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * Keeps the events of reads that happen at the same time at once, so that a thousand readers do not
 * cost a thousand flushes of the disk: in the journal if this node has one, or in one transaction.
 * The larger the group, the cheaper each of them.
 */
@Component
class GroupCommit {
    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
    private static final int LARGEST_GROUP = 512;

    /**
     * A group begins when it holds so many of all who were lately seen waiting at once: the others
     * are enough to keep the machine at work meanwhile. To wait for everybody would be worse: then
     * nobody works.
     */
    private static final double SHARE = 0.6;

    /** It begins so long after the one before in any case. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(5);

    /** So many are not worth a journal: they wait for the database as long as for a group. */
    private static final int FEW = 2;

    /** Of how many were seen waiting at once, so much is remembered from group to group. */
    private static final double MEMORY = 0.98;

    /** One group is on its way to the database while the next one gathers. */
    static final int WRITERS = 2;

    /** The disk alone is so quick that a second writer would only be woken and wait. */
    private static final int WRITERS_OF_JOURNAL = 1;

    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private record Waiting(StampedEntry entry, KeptRow row, CompletableFuture<Void> kept) {}

    private final AuditEvents events;
    private final HeldEvents held;
    private final WriterConnections connections;
    private final Journal journal;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final ReentrantLock gathering = new ReentrantLock();
    private final List<Thread> writers;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private double most;
    private long begun;
    private volatile int enough;
    private volatile @Nullable Thread gatherer;
    private volatile boolean closed;

    GroupCommit(
            AuditEvents events, HeldEvents held, WriterConnections connections, Journal journal) {
        this.events = events;
        this.held = held;
        this.connections = connections;
        this.journal = journal;
        this.writers =
                IntStream.range(0, journal.isOpen() ? WRITERS_OF_JOURNAL : WRITERS)
                        .mapToObj(i -> Thread.ofPlatform().name("audit-writer-" + i).daemon())
                        .map(thread -> thread.start(this::writeGroups))
                        .toList();
    }

    void keep(StampedEntry entry) {
        if (closed) {
            throw Problem.of(KernelProblem.UNAVAILABLE);
        }
        Waiting one = new Waiting(entry, events.row(entry), new CompletableFuture<>());
        queue.add(one);
        int wait = waiting.incrementAndGet();
        if (wait > peak.get()) {
            peak.accumulateAndGet(wait, Math::max);
        }
        Thread gathers = queue.size() >= enough ? gatherer : null;
        if (gathers != null) {
            LockSupport.unpark(gathers);
        }
        try {
            one.kept().join();
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
                awaitEnough();
                queue.drainTo(group, LARGEST_GROUP - 1);
            }
        } catch (InterruptedException e) {
            log.debug("Nobody interrupts this; looking again", e);
        } finally {
            gathering.unlock();
        }
        return group;
    }

    private void awaitEnough() {
        // one has been taken out already
        enough = (int) (SHARE * most) - 1;
        gatherer = Thread.currentThread();
        long latest = begun + LONGEST_PAUSE.toNanos();
        long now = System.nanoTime();
        while (queue.size() < enough && now < latest) {
            LockSupport.parkNanos(latest - now);
            now = System.nanoTime();
        }
        gatherer = null;
        begun = now;
        most = Math.max(peak.getAndSet(0), MEMORY * most);
    }

    private void write(List<Waiting> group) {
        try {
            held.add(group.stream().map(Waiting::entry).toList());
            keep(group.stream().map(Waiting::row).toList());
            waiting.addAndGet(-group.size());
            group.forEach(one -> one.kept().complete(null));
        } catch (RuntimeException e) {
            waiting.addAndGet(-group.size());
            group.forEach(one -> one.kept().completeExceptionally(e));
        }
    }

    private void keep(List<KeptRow> rows) {
        if (journal.isOpen() && rows.size() > FEW) {
            journal.append(rows);
        } else {
            // one COPY is a transaction by itself
            events.insertRows(rows, connections.rows());
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
