package org.kedang.signin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.util.Set;

/**
 * Sign-in at the company's OpenID provider; off while no issuer is given.
 *
 * @param issuer the provider's issuer address; its configuration is read from there
 * @param clientId as what this system is registered there
 * @param clientSecret given at that registration; by environment, never by option
 * @param text on the button of the sign-in page
 * @param scopes asked for; {@code openid} is needed
 * @param address how people reach this system, such as {@code https://kedang.example.cn}; the
 *     address of the request if empty. The provider must know {@code
 *     <address>/api/session/oidc/callback}
 * @param linking how an identity seen for the first time finds its person
 * @param userNameClaim the claim that holds the user name, for {@link Linking#USER_NAME} and lists
 */
@Validated
@ConfigurationProperties("kedang.signin.oidc")
public record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @NotBlank @DefaultValue("企业账号登录") String text,
        @DefaultValue({"openid", "profile"}) Set<String> scopes,
        @DefaultValue("") String address,
        @NotNull @DefaultValue("BY_HAND") Linking linking,
        @NotBlank @DefaultValue("preferred_username") String userNameClaim) {

    /** How an identity seen for the first time finds its person. */
    public enum Linking {
        /** Not at all: the person or an administrator links it. */
        BY_HAND,
        /**
         * By the same user name; only for a provider where nobody chooses it himself. If the claim
         * is {@code email}, it must be verified and is compared whole.
         */
        USER_NAME
    }

    public boolean isOn() {
        return !issuer.isBlank();
    }
}
