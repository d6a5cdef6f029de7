package org.kedang.export;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of taking lists of customers out.
 *
 * @param free so many customers at most without asking anybody
 * @param most customers in one file
 * @param days how long a file can be fetched
 */
@Validated
@ConfigurationProperties("kedang.export")
public record ExportSettings(
        @Min(0) @Max(10_000) @DefaultValue("100") int free,
        @Min(1) @Max(200_000) @DefaultValue("50000") int most,
        @Min(1) @Max(90) @DefaultValue("7") int days) {}
