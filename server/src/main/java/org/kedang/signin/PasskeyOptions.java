package org.kedang.signin;

import java.util.List;
import java.util.UUID;

/** What a browser is asked, in the words of WebAuthn; binary values are base64url. */
public final class PasskeyOptions {
    /** Which kinds of key are taken: COSE algorithm numbers. */
    public record Parameter(String type, long alg) {}

    /** A passkey the browser may, or must not, use. */
    public record Descriptor(String type, String id) {}

    public record RelyingParty(String id, String name) {}

    public record User(String id, String name, String displayName) {}

    public record Selection(String residentKey, String userVerification) {}

    /** Asks for a new passkey. {@code timeout} in milliseconds. */
    public record Creation(
            RelyingParty rp,
            User user,
            String challenge,
            List<Parameter> pubKeyCredParams,
            long timeout,
            List<Descriptor> excludeCredentials,
            Selection authenticatorSelection,
            String attestation) {}

    /** Asks for a signature with one; with no {@code allowCredentials} the person picks. */
    public record Request(
            String challenge,
            long timeout,
            String rpId,
            List<Descriptor> allowCredentials,
            String userVerification) {}

    /** The question with the mark under which the answer is taken. */
    public record PasskeyRegistration(UUID ceremony, Creation publicKey) {}

    /** The question with the mark under which the answer is taken. */
    public record PasskeyProof(UUID ceremony, Request publicKey) {}

    private PasskeyOptions() {}
}
