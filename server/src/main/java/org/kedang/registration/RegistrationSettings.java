package org.kedang.registration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Terms of putting customers on record.
 *
 * @param days working days from the first contact until a customer must be on record
 * @param headAfter working days that an overdue one waits for its owner before the head is told
 */
@Validated
@ConfigurationProperties("kedang.registration")
public record RegistrationSettings(
        @Min(1) @Max(250) @DefaultValue("5") int days,
        @Min(0) @Max(60) @DefaultValue("1") int headAfter) {}
