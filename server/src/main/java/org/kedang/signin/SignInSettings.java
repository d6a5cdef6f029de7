package org.kedang.signin;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;
import java.util.List;

/**
 * Rules of signing in.
 *
 * @param failuresBeforeLock wrong passwords from one place or device that bar it
 * @param lockDuration how long such a bar holds if nobody lifts it
 * @param strangerFailures wrong passwords for one account from unknown devices altogether, within
 *     {@code strangerWindow}, after which only known devices are let in
 * @param addressFailures wrong passwords from one network address within {@code addressWindow},
 *     counted on each node
 * @param passwordAge age after which a password must be changed at sign-in; zero for never
 * @param passwordHistory how many passwords, the current one included, may not be chosen again
 * @param halfWay how long a second step may take
 * @param stepUp how long a proof of who one is serves for dangerous acts
 * @param deviceLifetime how long a browser stays known after its last sign-in
 * @param idleTimeout how long a session lives without a request
 * @param trustedProxies addresses (CIDR) of proxies whose X-Forwarded-For counts
 */
@Validated
@ConfigurationProperties("kedang.signin")
public record SignInSettings(
        @Min(1) @Max(20) @DefaultValue("5") int failuresBeforeLock,
        @DefaultValue("30m") Duration lockDuration,
        @Min(1) @DefaultValue("20") int strangerFailures,
        @DefaultValue("1h") Duration strangerWindow,
        @Min(1) @DefaultValue("100") int addressFailures,
        @DefaultValue("10m") Duration addressWindow,
        @DefaultValue("90d") Duration passwordAge,
        @Min(1) @Max(24) @DefaultValue("5") int passwordHistory,
        @DefaultValue("5m") Duration halfWay,
        @DefaultValue("10m") Duration stepUp,
        @DefaultValue("180d") Duration deviceLifetime,
        @DefaultValue("2h") Duration idleTimeout,
        @DefaultValue List<String> trustedProxies) {}
