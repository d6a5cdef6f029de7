package org.kedang.audit;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.nio.file.Path;

/**
 * Where events of reads wait for the database.
 *
 * @param folder on a disk of this machine that keeps what was written when the power fails
 * @param enabled {@code null}: with the built-in PostgreSQL only, which stands on the same disk
 */
@Validated
@ConfigurationProperties("kedang.audit.journal")
record JournalSettings(
        @NotNull @DefaultValue("data/journal") Path folder, @Nullable Boolean enabled) {

    /**
     * @param databaseUrl of a PostgreSQL that the operator runs; empty for the built-in one
     */
    boolean isUsed(String databaseUrl) {
        return enabled == null ? databaseUrl.isBlank() : enabled;
    }
}
