package org.kedang.handover;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of handing customers over.
 *
 * @param large from so many customers on the heads of both departments must agree
 * @param most customers in one handover
 * @param batch customers in one transaction
 */
@Validated
@ConfigurationProperties("kedang.handover")
public record HandoverSettings(
        @Min(1) @Max(1_000) @DefaultValue("20") int large,
        @Min(1) @Max(1_000_000) @DefaultValue("200000") int most,
        @Min(1) @Max(1_000) @DefaultValue("200") int batch) {}
