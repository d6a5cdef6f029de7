package org.kedang.signin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.kedang.kernel.Problem;

import java.time.Duration;

class AddressBucketsTests {
    private static final Origin ATTACKER = new Origin("203.0.113.5", null, "");
    private static final Origin OFFICE = new Origin("198.51.100.9", null, "");

    private final SettableClock clock = new SettableClock();
    private final AddressBuckets buckets =
            new AddressBuckets(TestSettings.with(3, Duration.ofMinutes(10)), clock);

    @Test
    void stopsAnAddressThatKeepsFailing() {
        for (int i = 0; i < 3; i++) {
            buckets.failed(ATTACKER);
        }

        assertThatThrownBy(() -> buckets.check(ATTACKER))
                .isInstanceOf(Problem.class)
                .hasMessage("too-many-attempts");
        assertThatCode(() -> buckets.check(OFFICE)).doesNotThrowAnyException();
    }

    @Test
    void letsItTryAgainWhenTimeHasPassed() {
        for (int i = 0; i < 3; i++) {
            buckets.failed(ATTACKER);
        }
        clock.advance(Duration.ofMinutes(4));

        assertThatCode(() -> buckets.check(ATTACKER)).doesNotThrowAnyException();
    }
}
