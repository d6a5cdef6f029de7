package org.kedang.deletion;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is left of who a customer was: whoever knows name and code can prove that it was this one,
 * and nobody reads either from it. The many rounds make trying names out slow.
 */
record CustomerDigest(byte[] salt, byte[] digest) {
    private static final int ROUNDS = 310_000;
    private static final int SALT_BYTES = 16;
    private static final int DIGEST_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    static CustomerDigest of(String name, @Nullable String code) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new CustomerDigest(salt, digest(salt, name, code));
    }

    /** Whether it is of this customer, however width, case and spaces are typed. */
    boolean isOf(String name, @Nullable String code) {
        return MessageDigest.isEqual(digest, digest(salt, name, code));
    }

    String shown() {
        return HexFormat.of().formatHex(digest, 0, 8);
    }

    private static byte[] digest(byte[] salt, String name, @Nullable String code) {
        String text = folded(name) + "\n" + (code == null ? "" : folded(code));
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(text.toCharArray(), salt, ROUNDS, DIGEST_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toUpperCase(Locale.ROOT);
    }
}
