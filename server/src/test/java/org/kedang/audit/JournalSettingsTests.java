package org.kedang.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.nio.file.Path;
import java.util.Map;

class JournalSettingsTests {
    private static final String OUTSIDE = "jdbc:postgresql://db.example/kedang";

    private static JournalSettings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("kedang.audit.journal", JournalSettings.class);
    }

    @Test
    void hasTheseDefaults() {
        assertThat(bind(Map.of())).isEqualTo(new JournalSettings(Path.of("data/journal"), null));
    }

    @Test
    void belongsToTheBuiltInDatabaseUnlessSomebodySaysOtherwise() {
        assertThat(bind(Map.of()).isUsed("")).isTrue();
        assertThat(bind(Map.of()).isUsed(OUTSIDE)).isFalse();
        assertThat(bind(Map.of("kedang.audit.journal.enabled", "true")).isUsed(OUTSIDE)).isTrue();
        assertThat(bind(Map.of("kedang.audit.journal.enabled", "false")).isUsed("")).isFalse();
    }
}
