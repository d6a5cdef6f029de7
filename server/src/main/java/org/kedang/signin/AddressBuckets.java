package org.kedang.signin;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

import org.kedang.kernel.Problem;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How many failures one network address may cause on this node, whatever accounts it tries. Only
 * failures cost, so an office behind one address signs in freely.
 */
@Component
class AddressBuckets {
    private final LoadingCache<String, Bucket> buckets;
    private final Clock clock;

    AddressBuckets(SignInSettings settings, Clock clock) {
        this.clock = clock;
        // an address that was quiet for a whole window has a full bucket again
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(100_000)
                        .expireAfterAccess(settings.addressWindow())
                        .build(
                                place ->
                                        bucket(
                                                settings.addressFailures(),
                                                settings.addressWindow()));
    }

    private Bucket bucket(int failures, Duration window) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(failures).refillGreedy(failures, window))
                .withCustomTimePrecision(new ClockMeter(clock))
                .build();
    }

    /** Throws {@code too-many-attempts} if the address has used up its failures. */
    void check(Origin origin) {
        var probe = buckets.get(origin.place()).estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            long seconds =
                    Math.max(1, Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
            throw Problem.of(SignInProblem.TOO_MANY_ATTEMPTS, seconds);
        }
    }

    void failed(Origin origin) {
        buckets.get(origin.place()).consumeIgnoringRateLimits(1);
    }

    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
