package org.kedang.kernel;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * What was read from the database a little while ago, by its key.
 *
 * <p>Many who ask for the same at once read it once and wait for it; but whoever holds a
 * connection, be it for a transaction or for the rows of a query, reads for himself. Waiting for
 * somebody who may himself be waiting for a connection would let a burst larger than the pool stand
 * still. What was read within a transaction is known to others once it has committed, unless it was
 * to be forgotten since. Nobody waits for a lock: a reading under way is a promise.
 */
public final class Recent<K, V> {
    private final Function<? super K, ? extends V> reading;
    private final AsyncCache<K, V> known;
    private final AtomicLong forgotten = new AtomicLong();

    /**
     * @param fresh how long a value may be told after it was read
     * @param most how many values are kept at most
     * @param reading reads a value; runs in the transaction of whoever asks, if there is one
     */
    public Recent(Duration fresh, long most, Function<? super K, ? extends V> reading) {
        this.reading = reading;
        this.known = Caffeine.newBuilder().maximumSize(most).expireAfterWrite(fresh).buildAsync();
    }

    public V get(K key) {
        CompletableFuture<V> promised = known.getIfPresent(key);
        if (promised != null && promised.state() == CompletableFuture.State.SUCCESS) {
            return promised.resultNow();
        }
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            long seen = forgotten.get();
            V value = reading.apply(key);
            AfterCommit.run(() -> tell(key, value, seen));
            return value;
        }
        return holdsConnection() ? readApart(key) : readForAll(key);
    }

    /** Outside of transactions only while the rows of a query are taken in. */
    private static boolean holdsConnection() {
        return TransactionSynchronizationManager.getResourceMap().values().stream()
                .anyMatch(ConnectionHolder.class::isInstance);
    }

    private V readApart(K key) {
        long seen = forgotten.get();
        V value = reading.apply(key);
        tell(key, value, seen);
        return value;
    }

    private V readForAll(K key) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> others = known.asMap().putIfAbsent(key, mine);
        if (others != null) {
            return await(others);
        }
        try {
            V value = reading.apply(key);
            mine.complete(value);
            return value;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private static <V> V await(CompletableFuture<V> promised) {
        try {
            return promised.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** A forgetting counts first and removes then, so that it finds what slipped in between. */
    private void tell(K key, V value, long seen) {
        known.asMap()
                .compute(
                        key,
                        (k, now) ->
                                now == null && forgotten.get() == seen
                                        ? CompletableFuture.completedFuture(value)
                                        : now);
    }

    /** After a change on this node: it counts at once here. */
    public void forget(K key) {
        forgotten.incrementAndGet();
        known.asMap().remove(key);
    }

    /** After a change that many values follow from. */
    public void forgetAll() {
        forgotten.incrementAndGet();
        known.asMap().clear();
    }
}
