package org.kedang.signin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

import java.util.List;
import java.util.UUID;

/** What a browser answers, in the words of WebAuthn; binary values are base64url. */
public final class PasskeyAnswer {
    private static final int LONGEST = 20_000;

    /** A new passkey. */
    public record Created(
            @NotNull(message = "required") UUID ceremony,
            @NotNull(message = "required") @Size(max = 2_000, message = "too-long:2000") String id,
            @NotNull(message = "required") @Size(max = LONGEST, message = "too-long:20000")
                    String clientDataJSON,
            @NotNull(message = "required") @Size(max = LONGEST, message = "too-long:20000")
                    String attestationObject,
            @Nullable @Size(max = 10, message = "too-many:10") List<String> transports) {
        PublicKeyCredential<AuthenticatorAttestationResponse> credential() {
            List<String> given = transports == null ? List.of() : transports;
            return of(
                    id,
                    AuthenticatorAttestationResponse.builder()
                            .attestationObject(Bytes.fromBase64(attestationObject))
                            .clientDataJSON(Bytes.fromBase64(clientDataJSON))
                            .transports(
                                    given.stream().map(AuthenticatorTransport::valueOf).toList())
                            .build());
        }
    }

    /** A signature that proves who is there. */
    public record Signed(
            @NotNull(message = "required") UUID ceremony,
            @NotNull(message = "required") @Size(max = 2_000, message = "too-long:2000") String id,
            @NotNull(message = "required") @Size(max = LONGEST, message = "too-long:20000")
                    String clientDataJSON,
            @NotNull(message = "required") @Size(max = LONGEST, message = "too-long:20000")
                    String authenticatorData,
            @NotNull(message = "required") @Size(max = 2_000, message = "too-long:2000")
                    String signature) {
        PublicKeyCredential<AuthenticatorAssertionResponse> credential() {
            return of(
                    id,
                    AuthenticatorAssertionResponse.builder()
                            .authenticatorData(Bytes.fromBase64(authenticatorData))
                            .clientDataJSON(Bytes.fromBase64(clientDataJSON))
                            .signature(Bytes.fromBase64(signature))
                            .build());
        }
    }

    private static <R extends AuthenticatorResponse> PublicKeyCredential<R> of(
            String id, R response) {
        var credential = PublicKeyCredential.<R>builder();
        credential.id(id);
        credential.rawId(Bytes.fromBase64(id));
        credential.type(PublicKeyCredentialType.PUBLIC_KEY);
        credential.response(response);
        return credential.build();
    }

    private PasskeyAnswer() {}
}
