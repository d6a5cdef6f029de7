package org.kedang.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

@Timeout(20)
class RecentTests {
    private final AtomicReference<String> stored = new AtomicReference<>("old");
    private final AtomicInteger readings = new AtomicInteger();
    private final Recent<String, String> names = recent(key -> read());

    private static Recent<String, String> recent(
            java.util.function.Function<String, String> reading) {
        return new Recent<>(Duration.ofHours(1), 10, reading);
    }

    private String read() {
        readings.incrementAndGet();
        return stored.get();
    }

    @AfterEach
    void endTransaction() {
        TransactionSynchronizationManager.clear();
    }

    @Test
    void readsOnceAndAgainOnlyWhenForgotten() {
        assertThat(names.get("a")).isEqualTo("old");
        stored.set("new");
        assertThat(names.get("a")).isEqualTo("old");
        names.forget("a");
        assertThat(names.get("a")).isEqualTo("new");
        names.forgetAll();
        names.get("a");
        assertThat(readings).hasValue(3);
    }

    @Test
    void neverWaitsWithTheConnectionThatAnotherReadingNeeds() throws Exception {
        Semaphore connections = new Semaphore(1);
        Semaphore reading = new Semaphore(0);
        Recent<String, String> slow =
                recent(
                        key -> {
                            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                                return "own";
                            }
                            reading.release();
                            connections.acquireUninterruptibly();
                            return "other's";
                        });
        begin();
        connections.acquire();
        CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> slow.get("a"));
        reading.acquire();

        assertThat(slow.get("a")).isEqualTo("own");
        connections.release();
        commit();
        assertThat(other.get()).isEqualTo("other's");
    }

    @Test
    void readsForItselfWhileRowsAreTakenIn() throws Exception {
        Semaphore reading = new Semaphore(0);
        Semaphore connections = new Semaphore(0);
        Recent<String, String> slow =
                recent(
                        key -> {
                            if (!TransactionSynchronizationManager.getResourceMap().isEmpty()) {
                                return "own";
                            }
                            reading.release();
                            connections.acquireUninterruptibly();
                            return "other's";
                        });
        CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> slow.get("a"));
        reading.acquire();
        TransactionSynchronizationManager.bindResource(
                this, new ConnectionHolder(mock(Connection.class)));
        try {
            assertThat(slow.get("a")).isEqualTo("own");
        } finally {
            TransactionSynchronizationManager.unbindResource(this);
            connections.release();
        }
        assertThat(other.get()).isEqualTo("other's");
        assertThat(slow.get("a")).isEqualTo("other's");
    }

    @Test
    void tellsOfAFailureAndTriesAgain() {
        Recent<String, String> failing =
                recent(
                        key -> {
                            if (readings.incrementAndGet() == 1) {
                                throw new IllegalStateException("first");
                            }
                            return "second";
                        });
        assertThatThrownBy(() -> failing.get("a")).hasMessage("first");
        assertThat(failing.get("a")).isEqualTo("second");
    }

    @Test
    void tellsOthersWhatATransactionReadOnceItCommitted() {
        begin();
        names.get("a");
        endTransaction();
        names.get("a");
        assertThat(readings).as("rolled back, so read again").hasValue(2);

        begin();
        names.get("b");
        commit();
        names.get("b");
        assertThat(readings).hasValue(3);
    }

    @Test
    void doesNotTellWhatWasForgottenSinceATransactionReadIt() {
        begin();
        names.get("a");
        stored.set("new");
        names.forget("a");
        commit();
        assertThat(names.get("a")).isEqualTo("new");
    }

    private static void begin() {
        TransactionSynchronizationManager.initSynchronization();
        TransactionSynchronizationManager.setActualTransactionActive(true);
    }

    private static void commit() {
        var deeds = TransactionSynchronizationManager.getSynchronizations();
        TransactionSynchronizationManager.clear();
        deeds.forEach(TransactionSynchronization::afterCommit);
    }
}
