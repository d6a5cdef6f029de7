package org.kedang.signin;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords (RFC 6238) with what all authenticator programs expect: HMAC-SHA-1,
 * steps of 30 seconds, six digits.
 */
final class Totp {
    static final int DIGITS = 6;
    private static final int STEP_SECONDS = 30;

    /** Steps before and after the present one that count, for clocks that differ (RFC 6238, 6). */
    private static final int SKEW = 1;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static long stepAt(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of one step (RFC 4226, 5.3). */
    static String code(byte[] secret, long step, int digits) {
        byte[] digest = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = digest[digest.length - 1] & 0x0f;
        int number = ByteBuffer.wrap(digest, offset, Integer.BYTES).getInt() & 0x7fffffff;
        String text = Long.toString(number % Math.powExact(10L, digits));
        return "0".repeat(digits - text.length()) + text;
    }

    /**
     * The step that the code belongs to, if it is near {@code now} and later than {@code after}.
     */
    static OptionalLong findStep(byte[] secret, String code, Instant now, long after) {
        long present = stepAt(now);
        OptionalLong found = OptionalLong.empty();
        for (long step = present - SKEW; step <= present + SKEW; step++) {
            if (step > after && code(secret, step, DIGITS).equals(code)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** Base32 without padding (RFC 4648, 6), as it is typed into authenticator programs. */
    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte b : bytes) {
            held = (held << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((held >> bits) & 31));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt((held << (5 - bits)) & 31));
        }
        return text.toString();
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
