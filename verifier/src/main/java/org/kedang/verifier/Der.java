package org.kedang.verifier;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One value of ASN.1 in its distinguished encoding (ITU-T X.690), as far as time-stamps need it.
 *
 * @param tag the identifier octet
 * @param whole all its octets, identifier and length included
 * @param header how many of them come before the content
 */
record Der(int tag, byte[] whole, int header) {
    static final int INTEGER = 0x02;
    static final int OCTETS = 0x04;
    static final int OID = 0x06;
    static final int TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    static final int FIRST = 0xa0;

    /** Thrown where the bytes are not what they should be. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    static Der parse(byte[] bytes) {
        Der all = parse(bytes, 0, bytes.length);
        if (all.whole.length != bytes.length) {
            throw new Malformed("bytes behind the end");
        }
        return all;
    }

    /** The value that these octets begin with. */
    static Der first(byte[] bytes) {
        return parse(bytes, 0, bytes.length);
    }

    private static Der parse(byte[] bytes, int from, int to) {
        if (to - from < 2 || (bytes[from] & 0x1f) == 0x1f) {
            throw new Malformed("no value at " + from);
        }
        int length = bytes[from + 1] & 0xff;
        int header = 2;
        if (length >= 0x80) {
            int octets = length & 0x7f;
            if (octets == 0 || octets > 3 || to - from < 2 + octets) {
                throw new Malformed("length at " + from);
            }
            length =
                    new BigInteger(1, Arrays.copyOfRange(bytes, from + 2, from + 2 + octets))
                            .intValue();
            header += octets;
        }
        if (length > to - from - header) {
            throw new Malformed("cut off at " + from);
        }
        return new Der(
                bytes[from] & 0xff,
                Arrays.copyOfRange(bytes, from, from + header + length),
                header);
    }

    byte[] content() {
        return Arrays.copyOfRange(whole, header, whole.length);
    }

    /** The values within. */
    List<Der> children() {
        List<Der> children = new ArrayList<>();
        for (int at = header; at < whole.length; ) {
            Der child = parse(whole, at, whole.length);
            children.add(child);
            at += child.whole.length;
        }
        return children;
    }

    /** The one child at this place, which must have this tag. */
    Der child(int place, int wanted) {
        List<Der> children = children();
        if (place >= children.size() || children.get(place).tag != wanted) {
            throw new Malformed("expected %02x at place %d".formatted(wanted, place));
        }
        return children.get(place);
    }

    /** The first child with this tag, if there is one. */
    @Nullable Der find(int wanted) {
        return children().stream().filter(child -> child.tag == wanted).findFirst().orElse(null);
    }

    Der get(int wanted) {
        Der found = find(wanted);
        if (found == null) {
            throw new Malformed("no %02x".formatted(wanted));
        }
        return found;
    }

    /** The same octets under another identifier: what was implicitly tagged. */
    Der as(int other) {
        byte[] bytes = whole.clone();
        bytes[0] = (byte) other;
        return new Der(other, bytes, header);
    }

    BigInteger integer() {
        byte[] content = need(INTEGER).content();
        if (content.length == 0) {
            throw new Malformed("a number without digits");
        }
        return new BigInteger(content);
    }

    /** An object identifier in dots. */
    String oid() {
        StringBuilder text = new StringBuilder();
        long number = 0;
        for (byte octet : need(OID).content()) {
            number = number << 7 | octet & 0x7f;
            if (octet >= 0) {
                text.append(text.isEmpty() ? first(number) : "." + number);
                number = 0;
            }
        }
        return text.toString();
    }

    private static String first(long number) {
        long root = Math.min(2, number / 40);
        return root + "." + (number - 40 * root);
    }

    /** GeneralizedTime in UTC, fractions allowed (RFC 3161, section 2.4.2). */
    Instant time() {
        String text = new String(need(TIME).content(), StandardCharsets.US_ASCII);
        if (!text.matches("\\d{14}(\\.\\d{1,9})?Z")) {
            throw new Malformed("time " + text);
        }
        try {
            return Instant.parse(
                    "%s-%s-%sT%s:%s:%s"
                            .formatted(
                                    text.substring(0, 4),
                                    text.substring(4, 6),
                                    text.substring(6, 8),
                                    text.substring(8, 10),
                                    text.substring(10, 12),
                                    text.substring(12)));
        } catch (DateTimeException e) {
            throw new Malformed("time " + text);
        }
    }

    Der need(int wanted) {
        if (tag != wanted) {
            throw new Malformed("expected %02x, found %02x".formatted(wanted, tag));
        }
        return this;
    }
}
