package org.kedang.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class SignInSettingsTests {
    @Test
    void hasTheDefaultsThatTheGuideNames() {
        assertThat(TestSettings.defaults())
                .isEqualTo(
                        new SignInSettings(
                                5,
                                Duration.ofMinutes(30),
                                20,
                                Duration.ofHours(1),
                                100,
                                Duration.ofMinutes(10),
                                Duration.ofDays(90),
                                5,
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(10),
                                Duration.ofDays(180),
                                Duration.ofHours(2),
                                List.of()));
    }

    @Test
    void readsTheKeysThatTheGuideNames() {
        SignInSettings settings =
                TestSettings.bound(
                        Map.of(
                                "kedang.signin.failures-before-lock", 3,
                                "kedang.signin.password-age", "30d",
                                "kedang.signin.trusted-proxies", "10.0.0.0/8"));

        assertThat(settings.failuresBeforeLock()).isEqualTo(3);
        assertThat(settings.passwordAge()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.trustedProxies()).containsExactly("10.0.0.0/8");
    }
}
