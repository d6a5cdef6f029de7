package org.kedang.storage;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where content and keys live and how much is taken.
 *
 * @param folder holds the encrypted content
 * @param keys holds the master key and the wrapped data keys; belongs neither into the database nor
 *     into its backups
 * @param maxFile largest single file
 * @param uploadLifetime how long an unfinished upload may be resumed after its last part
 */
@Validated
@ConfigurationProperties("kedang.storage")
public record StorageSettings(
        @NotNull @DefaultValue("data/content") Path folder,
        @NotNull @DefaultValue("data/keys") Path keys,
        @NotNull @DefaultValue("4GB") DataSize maxFile,
        @NotNull @DefaultValue("7d") Duration uploadLifetime) {}
