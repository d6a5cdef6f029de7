package org.kedang.signin.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.github.bucket4j.Bucket;

import org.springframework.stereotype.Component;

import java.time.Duration;

/**
 * How many refusals of people who are not signed in are kept per address on this node: else anyone
 * could fill the log. Whatever exceeds it is refused all the same.
 */
@Component
class StrangersLimit {
    private static final int KEPT = 60;
    private static final Duration WITHIN = Duration.ofHours(1);

    private final LoadingCache<String, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(100_000)
                    .expireAfterAccess(WITHIN)
                    .build(address -> bucket());

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(KEPT).refillGreedy(KEPT, WITHIN))
                .build();
    }

    boolean allows(String address) {
        return buckets.get(address).tryConsume(1);
    }
}
