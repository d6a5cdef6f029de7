package org.kedang.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of RFC 6962, section 2.1: leaves and nodes begin with different bytes, so that neither
 * can be passed off as the other. Not for several threads at once.
 */
final class TreeHash {
    static final int BYTES = 32;

    private final MessageDigest sha256 = sha256();

    /** The root of a tree without leaves. */
    static byte[] empty() {
        return sha256().digest();
    }

    byte[] leaf(byte[] line) {
        sha256.update((byte) 0);
        return sha256.digest(line);
    }

    byte[] node(byte[] left, byte[] right) {
        sha256.update((byte) 1);
        sha256.update(left);
        return sha256.digest(right);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
