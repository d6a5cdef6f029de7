package org.kedang.bench;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Does one thing again and again on many threads, for a time, and says how fast it went. */
final class Load {
    /** One doing of the thing; {@code thread} and {@code run} let it choose its subject. */
    interface Deed {
        void perform(int thread, long run) throws Exception;
    }

    /**
     * What came out.
     *
     * @param perSecond done without failure, per second
     * @param cpu CPU milliseconds for each one done, with the work that it left behind
     * @param behind how many of them were used after the load had ended
     */
    record Outcome(
            String name,
            double perSecond,
            double p50Millis,
            double p95Millis,
            double p99Millis,
            Cpu cpu,
            double behind,
            long failures) {}

    private final int threads;
    private final Duration time;
    private final Processes processes;
    private final Rest rest;

    Load(int threads, Duration time, Processes processes, Rest rest) {
        this.threads = threads;
        this.time = time;
        this.processes = processes;
        this.rest = rest;
    }

    /** Warms up for a third of the time, then measures until all that was asked for is done. */
    Outcome measure(String name, Deed deed) throws InterruptedException {
        return measure(name, deed, true);
    }

    /**
     * The same for what leaves hardly any work behind, without waiting for rest: what is done after
     * the answers counts for the next.
     */
    Outcome measureReads(String name, Deed deed) throws InterruptedException {
        return measure(name, deed, false);
    }

    private Outcome measure(String name, Deed deed, boolean untilRest) throws InterruptedException {
        run(
                deed,
                time.dividedBy(3),
                new ConcurrentHistogram(3),
                new AtomicLong(),
                new ConcurrentHashMap<>());
        if (untilRest) {
            rest.await();
        }
        Histogram latencies = new ConcurrentHistogram(3);
        AtomicLong failures = new AtomicLong();
        ConcurrentHashMap<String, Long> reasons = new ConcurrentHashMap<>();
        Cpu before = processes.used();
        long began = System.nanoTime();
        run(deed, time, latencies, failures, reasons);
        double seconds = (System.nanoTime() - began) / 1e9;
        Cpu during = processes.used().minus(before);
        Cpu behind = untilRest ? rest.await() : new Cpu(0, 0, 0);
        reasons.forEach(
                (reason, times) -> System.err.printf("  %s: %d × %s%n", name, times, reason));
        long done = latencies.getTotalCount();
        return new Outcome(
                name,
                done / seconds,
                latencies.getValueAtPercentile(50) / 1e6,
                latencies.getValueAtPercentile(95) / 1e6,
                latencies.getValueAtPercentile(99) / 1e6,
                during.plus(behind, 1).millisEach(done),
                behind.millisEach(done).total(),
                failures.get());
    }

    private void run(
            Deed deed,
            Duration length,
            Histogram latencies,
            AtomicLong failures,
            ConcurrentHashMap<String, Long> reasons) {
        CountDownLatch go = new CountDownLatch(1);
        long end = System.nanoTime() + length.toNanos();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                int thread = i;
                pool.submit(
                        () -> {
                            go.await();
                            for (long run = 0; System.nanoTime() < end; run++) {
                                once(deed, thread, run, latencies, failures, reasons);
                            }
                            return null;
                        });
            }
            go.countDown();
        }
    }

    private static void once(
            Deed deed,
            int thread,
            long run,
            Histogram latencies,
            AtomicLong failures,
            ConcurrentHashMap<String, Long> reasons) {
        long began = System.nanoTime();
        try {
            deed.perform(thread, run);
            latencies.recordValue(System.nanoTime() - began);
        } catch (Exception e) {
            failures.incrementAndGet();
            // the time of day is in it
            reasons.merge(
                    String.valueOf(e.getMessage()).replaceAll("[0-9T:.-]{20,}Z", "…"),
                    1L,
                    Long::sum);
        }
    }
}
