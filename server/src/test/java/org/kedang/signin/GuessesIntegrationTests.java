package org.kedang.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.kedang.kernel.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

@IntegrationTest
class GuessesIntegrationTests {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired Guesses guesses;
    @Autowired TransactionTemplate transaction;

    private final String account = "guessed." + COUNT.incrementAndGet();
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");

    private static Origin from(int host) {
        return new Origin("203.0.113." + host, null, "");
    }

    private String bar(@Nullable String device, Origin origin) {
        return slug(
                transaction.execute(status -> guesses.attempt(account, device, origin).bar(now)));
    }

    private String fail(@Nullable String device, Origin origin) {
        return slug(
                transaction.execute(
                        status -> guesses.attempt(account, device, origin).failed(now)));
    }

    private static String slug(@Nullable Optional<Problem> problem) {
        return Objects.requireNonNull(problem).map(p -> p.type().slug()).orElse("");
    }

    @Test
    void barsOnePlaceAndLeavesOthersOpen() {
        for (int i = 0; i < 4; i++) {
            assertThat(fail(null, from(1))).isEmpty();
        }
        assertThat(fail(null, from(1))).isEqualTo("account-locked");

        assertThat(bar(null, from(1))).isEqualTo("account-locked");
        assertThat(bar(null, from(2))).isEmpty();
        now = now.plus(Duration.ofMinutes(31));
        assertThat(bar(null, from(1))).isEmpty();
        assertThat(fail(null, from(1))).isEmpty();
    }

    @Test
    void barsAllStrangersWhenManyPlacesGuess() {
        for (int i = 0; i < 19; i++) {
            assertThat(fail(null, from(i))).isEmpty();
        }
        assertThat(fail(null, from(99))).isEqualTo("strangers-barred");

        assertThat(bar(null, from(100))).isEqualTo("strangers-barred");
        assertThat(bar("known-device", from(100))).isEmpty();
        now = now.plus(Duration.ofMinutes(61));
        assertThat(bar(null, from(100))).isEmpty();
    }

    @Test
    void keepsAKnownDevicesBudgetApart() {
        for (int i = 0; i < 40; i++) {
            fail(null, from(i));
        }
        for (int i = 0; i < 4; i++) {
            assertThat(fail("known-device", from(1))).isEmpty();
        }

        assertThat(fail("known-device", from(1))).isEqualTo("account-locked");
        assertThat(bar("other-device", from(1))).isEmpty();
    }

    @Test
    void forgetsFailuresAfterTheWindow() {
        for (int i = 0; i < 4; i++) {
            fail(null, from(1));
        }
        now = now.plus(Duration.ofMinutes(31));

        assertThat(fail(null, from(1))).isEmpty();
    }
}
