package org.kedang.verifier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of RFC 6962, section 2.1, with SHA-256. Not for several threads at once. */
final class Hashes {
    static final int LENGTH = 32;

    private final MessageDigest digest = sha256();

    byte[] leaf(byte[] data, int from, int to) {
        digest.update((byte) 0);
        digest.update(data, from, to - from);
        return digest.digest();
    }

    byte[] leaf(byte[] data) {
        return leaf(data, 0, data.length);
    }

    byte[] node(byte[] left, byte[] right) {
        digest.update((byte) 1);
        digest.update(left);
        digest.update(right);
        return digest.digest();
    }

    byte[] plain(byte[] data, int from, int to) {
        digest.update(data, from, to - from);
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
