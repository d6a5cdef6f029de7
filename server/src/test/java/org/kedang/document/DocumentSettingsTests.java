package org.kedang.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

class DocumentSettingsTests {

    private static DocumentSettings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("kedang.document", DocumentSettings.class);
    }

    @Test
    void hasTheseDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new DocumentSettings(
                                2,
                                DataSize.ofMegabytes(512),
                                Duration.ofMinutes(2),
                                200,
                                null,
                                null,
                                2_000_000,
                                10_000,
                                5,
                                DataSize.ofGigabytes(1),
                                true,
                                50,
                                "auto",
                                Duration.ofMinutes(2)));
    }

    @Test
    void bindsTheseKeys() {
        DocumentSettings settings =
                bind(
                        Map.of(
                                "kedang.document.workers", "4",
                                "kedang.document.worker-jar", "/opt/kedang/docworker.jar",
                                "kedang.document.time-limit", "30s",
                                "kedang.document.clamd", "tcp:127.0.0.1:3310"));

        assertThat(settings.workers()).isEqualTo(4);
        assertThat(settings.workerJar()).isEqualTo(Path.of("/opt/kedang/docworker.jar"));
        assertThat(settings.limits().seconds()).isEqualTo(27);
        assertThat(settings.clamd()).isEqualTo("tcp:127.0.0.1:3310");
    }

    @Test
    void refusesPoolWithoutWorkers() {
        assertThatThrownBy(() -> bind(Map.of("kedang.document.workers", "0")))
                .hasRootCauseMessage(
                        "kedang.document.workers and documents-per-worker must be at least 1");
    }
}
