package org.kedang.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import java.util.Map;

class OperationsSettingsTests {
    private static OperationsSettings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("kedang.operations", OperationsSettings.class);
    }

    @Test
    void hasTheseDefaults() {
        assertThat(bind(Map.of())).isEqualTo(new OperationsSettings(DataSize.ofGigabytes(5)));
    }

    @Test
    void warnsWhenLessSpaceIsLeftThanIsAskedFor() {
        DataSize least =
                bind(Map.of("kedang.operations.least-free-space", "20GB")).leastFreeSpace();

        assertThat(Health.space(21L << 30, least).state()).isEqualTo(HealthLine.State.OK);
        assertThat(Health.space(19L << 30, least).state()).isEqualTo(HealthLine.State.WARNING);
        assertThat(Health.space(19L << 30, least).zh()).contains("19.0 GB");
    }
}
