package org.kedang.signin;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.Problem;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/** Talks with the OpenID provider: authorization code with PKCE (RFC 7636), state and nonce. */
@Component
class OidcProvider {
    /**
     * What was asked and must be answered to.
     *
     * @param binding what the browser that asked must show again
     */
    record Question(
            String state, String nonce, String verifier, String redirectUri, String binding) {}

    private static final StringKeyGenerator RANDOM =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 48);

    private final OidcSettings settings;
    private final OidcAuthorizationCodeAuthenticationProvider judge =
            new OidcAuthorizationCodeAuthenticationProvider(
                    new RestClientAuthorizationCodeTokenResponseClient(), new OidcUserService());
    private volatile @Nullable ClientRegistration registration;

    OidcProvider(OidcSettings settings) {
        this.settings = settings;
    }

    Question question(String redirectUri) {
        return new Question(
                RANDOM.generateKey(),
                RANDOM.generateKey(),
                RANDOM.generateKey(),
                redirectUri,
                RANDOM.generateKey());
    }

    /** Where the browser is sent with the question. */
    String address(Question question) {
        return request(question).getAuthorizationRequestUri();
    }

    /**
     * Who answered.
     *
     * @throws Problem {@code oidc-refused} if the answer is none to this question
     */
    OidcUser judge(Question question, String state, String code) {
        OAuth2AuthorizationResponse response =
                OAuth2AuthorizationResponse.success(code)
                        .state(state)
                        .redirectUri(question.redirectUri())
                        .build();
        var exchange = new OAuth2AuthorizationExchange(request(question), response);
        try {
            var judged =
                    (OAuth2LoginAuthenticationToken)
                            Objects.requireNonNull(
                                    judge.authenticate(
                                            new OAuth2LoginAuthenticationToken(
                                                    registration(), exchange)));
            return (OidcUser) Objects.requireNonNull(judged.getPrincipal());
        } catch (AuthenticationException e) {
            throw Problem.of(SignInProblem.OIDC_REFUSED);
        }
    }

    private OAuth2AuthorizationRequest request(Question question) {
        ClientRegistration known = registration();
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(known.getProviderDetails().getAuthorizationUri()))
                .clientId(known.getClientId())
                .redirectUri(question.redirectUri())
                .scopes(known.getScopes())
                .state(question.state())
                .attributes(
                        Map.of(
                                "registration_id",
                                known.getRegistrationId(),
                                "nonce",
                                question.nonce(),
                                "code_verifier",
                                question.verifier()))
                .additionalParameters(
                        Map.of(
                                "nonce",
                                digest(question.nonce()),
                                "code_challenge",
                                digest(question.verifier()),
                                "code_challenge_method",
                                "S256"))
                .build();
    }

    /** Read when it is first needed: the provider may be down when this system starts. */
    private ClientRegistration registration() {
        ClientRegistration known = registration;
        if (known == null) {
            try {
                known =
                        ClientRegistrations.fromIssuerLocation(settings.issuer())
                                .registrationId("company")
                                .clientId(settings.clientId())
                                .clientSecret(settings.clientSecret())
                                .scope(settings.scopes())
                                .build();
            } catch (IllegalArgumentException | IllegalStateException e) {
                throw Problem.of(SignInProblem.OIDC_UNREACHABLE);
            }
            registration = known;
        }
        return known;
    }

    private static String digest(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
