package org.kedang.oversight;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Draws leaves of the hash tree by lot, so that anyone who knows the seed can draw them again: the
 * leaf of draw k is {@code first + SHA-256("seed:k") mod count}, the digest read as one unsigned
 * big-endian number; a leaf drawn before does not count.
 */
final class Lot {
    private Lot() {}

    /**
     * @param first the first leaf
     * @param last the last leaf
     * @param most how many; all of them in their order if there are no more
     */
    static List<Long> draw(String seed, long first, long last, int most) {
        long count = last - first + 1;
        if (count <= most) {
            return LongStream.rangeClosed(first, last).boxed().toList();
        }
        Set<Long> drawn = new LinkedHashSet<>();
        for (int k = 0; drawn.size() < most; k++) {
            drawn.add(first + number(seed, k).mod(BigInteger.valueOf(count)).longValue());
        }
        return List.copyOf(drawn);
    }

    private static BigInteger number(String seed, int k) {
        try {
            byte[] text = (seed + ":" + k).getBytes(StandardCharsets.UTF_8);
            return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
