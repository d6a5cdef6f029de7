package org.kedang.audit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A key's public half as the database knows it; its file may be lost.
 *
 * @param vkey the public key as one word
 * @param by who started it; {@code null} for the first, which the installation makes
 */
record KnownKey(
        int generation, String vkey, Instant since, @Nullable String by, @Nullable String reason) {

    /** Who signs; also the origin of the checkpoints. */
    String name() {
        return part(0);
    }

    /** First four bytes of the key's hash, in hex. */
    String id() {
        return part(1);
    }

    SignatureKind kind() {
        return typed()[0] == 1 ? SignatureKind.ED25519 : SignatureKind.SM2;
    }

    /** SHA-256 of the typed public key in groups that people can compare. */
    String fingerprint() {
        return HexFormat.ofDelimiter(":").formatHex(TreeHash.sha256().digest(typed()));
    }

    private byte[] typed() {
        return Base64.getDecoder().decode(part(2));
    }

    private String part(int number) {
        return vkey.split("\\+", 3)[number];
    }
}
