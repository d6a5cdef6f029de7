package org.kedang.identity;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Rules of accounts.
 *
 * @param passwordLength least number of characters of a password
 */
@Validated
@ConfigurationProperties("kedang.identity")
public record IdentitySettings(@Min(8) @DefaultValue("10") int passwordLength) {}
