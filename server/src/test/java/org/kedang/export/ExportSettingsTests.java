package org.kedang.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.util.Map;

class ExportSettingsTests {
    private static ExportSettings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("kedang.export", ExportSettings.class);
    }

    @Test
    void hasTheseDefaults() {
        assertThat(bind(Map.of())).isEqualTo(new ExportSettings(100, 50_000, 7));
    }

    @Test
    void bindsTheseKeys() {
        assertThat(bind(Map.of("kedang.export.free", "30")))
                .isEqualTo(new ExportSettings(30, 50_000, 7));
    }
}
