package org.kedang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.audit.Sealer.Outcome;
import org.kedang.database.EmbeddedPostgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How fast a backlog is sealed, on a PostgreSQL that keeps its promises (fsync on). The full form
 * seals 1,000,000 events and must not take longer than a minute.
 */
class SealingTrial {
    private static final boolean FULL = "full".equals(System.getProperty("kedang.trial"));
    private static final int EVENTS = FULL ? 1_000_000 : 20_000;
    private static final Duration AT_MOST = Duration.ofMinutes(1);

    @Test
    void sealsAMillionEventsInAMinute(@TempDir Path folder) {
        try (LogDatabase database =
                new LogDatabase(EmbeddedPostgres.start(folder.resolve("data")))) {
            Sealer sealer = database.sealer(SealingFixture.settings(folder).batch(100_000));
            database.keepMany(EVENTS);

            long began = System.nanoTime();
            int batches = 0;
            while (sealer.seal() != Outcome.ALL) {
                batches++;
            }
            Duration took = Duration.ofNanos(System.nanoTime() - began);

            System.out.printf(
                    "sealed %,d events in %d batches in %.1f s: %,.0f a minute%n",
                    EVENTS, batches, took.toMillis() / 1000.0, EVENTS * 60_000.0 / took.toMillis());
            assertThat(database.leaves()).isEqualTo(EVENTS);
            if (FULL) {
                assertThat(took).isLessThan(AT_MOST);
            }
            sealsWhileOthersWrite(database, sealer);
        }
    }

    /** How far behind the seal is while events keep coming, about two thousand a second. */
    private static void sealsWhileOthersWrite(LogDatabase database, Sealer sealer) {
        AtomicBoolean writing = new AtomicBoolean(true);
        Thread writer =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    for (int i = 0; i < (FULL ? 150 : 30); i++) {
                                        database.keepMany(200);
                                        pause(Duration.ofMillis(80));
                                    }
                                    writing.set(false);
                                });
        long longest = 0;
        while (writing.get()) {
            pause(Duration.ofSeconds(1));
            long began = System.nanoTime();
            sealer.seal();
            longest = Math.max(longest, System.nanoTime() - began);
        }
        System.out.printf(
                "longest look and batch under load: %d ms; behind at most %d ms%n",
                longest / 1_000_000, 1000 + longest / 1_000_000);
        assertThat(writer.isAlive() && writing.get()).isFalse();
        if (FULL) {
            assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofSeconds(1));
        }
    }

    private static void pause(Duration some) {
        try {
            Thread.sleep(some);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
