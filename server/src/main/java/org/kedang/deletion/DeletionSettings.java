package org.kedang.deletion;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the register says of backups.
 *
 * @param backupDays how many days after a deletion the last backup that holds the customer is gone
 */
@Validated
@ConfigurationProperties("kedang.deletion")
public record DeletionSettings(@Min(0) @Max(3660) @DefaultValue("90") int backupDays) {}
