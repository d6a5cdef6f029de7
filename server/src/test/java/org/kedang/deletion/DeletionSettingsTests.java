package org.kedang.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.util.Map;

class DeletionSettingsTests {
    private static DeletionSettings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("kedang.deletion", DeletionSettings.class);
    }

    @Test
    void hasTheseDefaults() {
        assertThat(bind(Map.of())).isEqualTo(new DeletionSettings(90));
    }

    @Test
    void bindsTheseKeys() {
        assertThat(bind(Map.of("kedang.deletion.backup-days", "30")))
                .isEqualTo(new DeletionSettings(30));
    }
}
