package org.kedang.privacy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Rules of rights cases.
 *
 * @param workingDays how many working days there are for an answer
 * @param reminderDays how many working days before the last one the responsible person is reminded
 */
@Validated
@ConfigurationProperties("kedang.privacy")
public record PrivacySettings(
        @Min(1) @Max(90) @DefaultValue("15") int workingDays,
        @Min(0) @Max(30) @DefaultValue("3") int reminderDays) {}
