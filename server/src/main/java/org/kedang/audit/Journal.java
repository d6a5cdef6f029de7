package org.kedang.audit;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.KernelProblem;
import org.kedang.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Events of reads on their way to the database. A group is kept once it is in the file; some time
 * later many groups together are brought into the table. What a killed process has left in its
 * file, the next start brings there.
 */
final class Journal implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Journal.class);

    /** So long events gather before they are brought into the table. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final int MANY = 4096;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** Where events go from the journal. */
    interface Destination {
        /** Adds all of them or none. */
        void add(List<KeptRow> some);

        /** Adds those that are not there, or none of them. */
        void addMissing(List<KeptRow> some);
    }

    private record Group(long number, List<KeptRow> rows) {}

    private final @Nullable JournalFile file;
    private final Destination table;
    private final @Nullable Thread carrier;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Condition come = lock.newCondition();
    private List<Group> waiting = new ArrayList<>();
    private volatile long written;
    private volatile long arrived;
    private int events;
    private boolean asked;
    private boolean closed;
    private volatile @Nullable RuntimeException failure;

    /**
     * @param file {@code null} if events go into the table without a journal
     */
    Journal(@Nullable JournalFile file, Destination table) {
        this.file = file;
        this.table = table;
        this.carrier =
                file == null
                        ? null
                        : Thread.ofPlatform().name("audit-journal").daemon().start(this::carry);
    }

    boolean isOpen() {
        return file != null;
    }

    /** Keeps a group; when this returns, it is on the disk. One at a time. */
    void append(List<KeptRow> rows) {
        List<byte[]> bytes = rows.stream().map(KeptRow::bytes).toList();
        Optional<Long> number = write(bytes);
        if (number.isEmpty()) {
            await();
            number = write(bytes);
        }
        Group group = new Group(number.orElseThrow(), rows);
        lock.lock();
        try {
            boolean first = waiting.isEmpty();
            waiting.add(group);
            events += rows.size();
            written = group.number();
            if (first || events >= MANY) {
                more.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private Optional<Long> write(List<byte[]> rows) {
        RuntimeException broken = failure;
        if (broken != null) {
            throw broken;
        }
        try {
            return Objects.requireNonNull(file).append(rows, arrived);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when all that was kept so far is in the table. */
    void await() {
        long all = written;
        if (arrived >= all) {
            return;
        }
        lock.lock();
        try {
            asked = true;
            more.signal();
            long left = LONGEST_WAIT.toNanos();
            while (arrived < all) {
                if (failure != null || left <= 0) {
                    throw Problem.of(KernelProblem.UNAVAILABLE);
                }
                left = come.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(KernelProblem.UNAVAILABLE);
        } finally {
            lock.unlock();
        }
    }

    private void carry() {
        boolean again = false;
        List<Group> groups = List.of();
        while (again || !(groups = next()).isEmpty()) {
            again = !bring(groups, again);
        }
    }

    /**
     * @return empty when all is done
     */
    private List<Group> next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                more.awaitUninterruptibly();
            }
            pause();
            List<Group> groups = waiting;
            waiting = new ArrayList<>();
            events = 0;
            asked = false;
            return groups;
        } finally {
            lock.unlock();
        }
    }

    private void pause() {
        long left = PAUSE.toNanos();
        try {
            while (left > 0 && !asked && !closed && events < MANY) {
                left = more.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            log.debug("Nobody interrupts this; going on", e);
        }
    }

    private boolean bring(List<Group> groups, boolean again) {
        List<KeptRow> rows = groups.stream().flatMap(group -> group.rows().stream()).toList();
        try {
            if (again) {
                table.addMissing(rows);
            } else {
                table.add(rows);
            }
            came(groups.getLast().number());
            return true;
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private void came(long number) {
        lock.lock();
        try {
            arrived = number;
            failure = null;
            come.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more is kept until what waits has arrived: a log that grows in a file is no log. */
    private boolean failed(RuntimeException why) {
        lock.lock();
        try {
            if (failure == null) {
                log.error("Events wait in the journal and cannot be brought into the log", why);
            }
            failure = why;
            come.signalAll();
            if (closed) {
                return true;
            }
            long left = PAUSE.toNanos();
            while (left > 0 && !closed) {
                left = more.awaitNanos(left);
            }
            return false;
        } catch (InterruptedException e) {
            log.debug("Nobody interrupts this; trying again", e);
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Brings what waits into the table; what cannot be stays in the file for the next start. */
    @Override
    public void close() throws IOException, InterruptedException {
        lock.lock();
        try {
            closed = true;
            more.signal();
        } finally {
            lock.unlock();
        }
        if (carrier != null && file != null) {
            carrier.join(LONGEST_WAIT);
            file.close(arrived >= written);
        }
    }
}
