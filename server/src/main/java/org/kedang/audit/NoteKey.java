package org.kedang.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A key that signs notes, in the form of the C2SP's "signed-note". */
sealed interface NoteKey permits Ed25519Key, Sm2Key {
    SignatureKind kind();

    /** Who signs; also the origin of the checkpoints. */
    String name();

    /** The bytes that name the kind of signature, followed by the public key. */
    byte[] typedPublicKey();

    /** What only the key's file may hold. */
    byte[] secret();

    byte[] sign(byte[] text);

    boolean verifies(byte[] text, byte[] signature);

    /** The first four bytes of SHA-256 over name, line feed and typed public key. */
    default byte[] id() {
        MessageDigest sha256 = TreeHash.sha256();
        sha256.update((name() + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(sha256.digest(typedPublicKey()), 4);
    }

    /** The public key as one word, to be kept by those who verify. */
    default String vkey() {
        return name()
                + "+"
                + HexFormat.of().formatHex(id())
                + "+"
                + Base64.getEncoder().encodeToString(typedPublicKey());
    }

    /** SHA-256 of the typed public key in groups that people can compare. */
    default String fingerprint() {
        return HexFormat.ofDelimiter(":").formatHex(TreeHash.sha256().digest(typedPublicKey()));
    }

    /** The note's signature line: key id and signature. */
    default String signatureLine(String text) {
        byte[] signature = sign(text.getBytes(StandardCharsets.UTF_8));
        byte[] marked = ByteBuffer.allocate(4 + signature.length).put(id()).put(signature).array();
        return "— " + name() + " " + Base64.getEncoder().encodeToString(marked) + "\n";
    }

    static NoteKey generate(SignatureKind kind, String name) {
        return switch (kind) {
            case ED25519 -> Ed25519Key.generate(name);
            case SM2 -> Sm2Key.generate(name);
        };
    }

    static NoteKey restore(SignatureKind kind, String name, byte[] secret, byte[] typed) {
        return switch (kind) {
            case ED25519 -> Ed25519Key.restore(name, secret, typed);
            case SM2 -> Sm2Key.restore(name, secret);
        };
    }
}
