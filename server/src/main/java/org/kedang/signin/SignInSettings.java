package org.kedang.signin;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * Rules of signing in.
 *
 * @param failuresBeforeLock wrong passwords in a row that lock the account
 * @param lockDuration how long such a lock holds if nobody opens it
 */
@Validated
@ConfigurationProperties("kedang.signin")
public record SignInSettings(
        @Min(1) @Max(20) @DefaultValue("5") int failuresBeforeLock,
        @DefaultValue("30m") Duration lockDuration) {}
