package org.kedang.kernel;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * What was read from the database a little while ago, by its key.
 *
 * <p>Many who ask for the same at once read it once and wait for it; but whoever is within a
 * transaction, and so holds a connection, reads for himself. Waiting for somebody who may himself
 * be waiting for a connection would let a burst larger than the pool stand still. What was read
 * within a transaction is known to others once it has committed, unless it was to be forgotten
 * since.
 */
public final class Recent<K, V> {
    private final Function<? super K, ? extends V> reading;
    private final LoadingCache<K, V> known;
    private final AtomicLong forgotten = new AtomicLong();

    /**
     * @param fresh how long a value may be told after it was read
     * @param most how many values are kept at most
     * @param reading reads a value; runs in the transaction of whoever asks, if there is one
     */
    public Recent(Duration fresh, long most, Function<? super K, ? extends V> reading) {
        this.reading = reading;
        this.known =
                Caffeine.newBuilder()
                        .maximumSize(most)
                        .expireAfterWrite(fresh)
                        .build(reading::apply);
    }

    public V get(K key) {
        V value = known.getIfPresent(key);
        if (value != null) {
            return value;
        }
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? readApart(key)
                : known.get(key);
    }

    private V readApart(K key) {
        long seen = forgotten.get();
        V value = reading.apply(key);
        AfterCommit.run(() -> known.asMap().compute(key, (k, now) -> newer(seen, value, now)));
        return value;
    }

    /** A forgetting counts first and removes then, so that it finds what slipped in between. */
    private @Nullable V newer(long seen, V value, @Nullable V now) {
        return now == null && forgotten.get() == seen ? value : now;
    }

    /** After a change on this node: it counts at once here. */
    public void forget(K key) {
        forgotten.incrementAndGet();
        known.invalidate(key);
    }

    /** After a change that many values follow from. */
    public void forgetAll() {
        forgotten.incrementAndGet();
        known.invalidateAll();
    }
}
