package org.kedang.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.util.Map;

class PrivacySettingsTests {
    private static PrivacySettings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("kedang.privacy", PrivacySettings.class);
    }

    @Test
    void hasTheseDefaults() {
        assertThat(bind(Map.of())).isEqualTo(new PrivacySettings(15, 3));
    }

    @Test
    void bindsTheseKeys() {
        assertThat(
                        bind(
                                Map.of(
                                        "kedang.privacy.working-days",
                                        "20",
                                        "kedang.privacy.reminder-days",
                                        "5")))
                .isEqualTo(new PrivacySettings(20, 5));
    }
}
