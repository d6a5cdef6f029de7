package org.kedang.signin;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.time.Duration;
import java.util.Map;

/** The default rules, as an operator who sets nothing gets them. */
final class TestSettings {
    private TestSettings() {}

    static SignInSettings defaults() {
        return bound(Map.of());
    }

    static SignInSettings with(int addressFailures, Duration addressWindow) {
        return bound(
                Map.of(
                        "kedang.signin.address-failures",
                        addressFailures,
                        "kedang.signin.address-window",
                        addressWindow));
    }

    static SignInSettings bound(Map<String, ?> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("kedang.signin", SignInSettings.class);
    }
}
