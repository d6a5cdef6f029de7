package org.kedang.signin;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.util.Set;

/**
 * Where passkeys are good for.
 *
 * @param domain the domain people see in the address bar, without port (WebAuthn's RP ID); an IP
 *     address is not allowed there
 * @param name what the browser calls this system when it asks
 * @param origins full addresses people use, such as {@code https://kedang.example.cn}; if none is
 *     given {@code https://} and the domain, for {@code localhost} also this server's own port
 */
@Validated
@ConfigurationProperties("kedang.signin.passkey")
public record PasskeySettings(
        @NotBlank @DefaultValue("localhost") String domain,
        @NotBlank @DefaultValue("客档 Kedang") String name,
        @DefaultValue Set<String> origins) {}
