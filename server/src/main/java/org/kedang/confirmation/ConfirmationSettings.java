package org.kedang.confirmation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Terms of a round.
 *
 * @param on whether there are rounds at all
 * @param days from the beginning of a round until all should be confirmed
 * @param headAfter days that owners have thereafter before their heads are told
 */
@Validated
@ConfigurationProperties("kedang.confirmation")
public record ConfirmationSettings(
        @DefaultValue("true") boolean on,
        @Min(1) @Max(80) @DefaultValue("30") int days,
        @Min(0) @Max(60) @DefaultValue("3") int headAfter) {}
