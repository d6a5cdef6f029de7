package org.kedang.verifier;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A certificate of X.509 whose key lies on the curve of SM2 (GB/T 20518-2018), which Java does not
 * know. Only as much of it is read as a chain to a time-stamping authority needs.
 *
 * @param whole all its octets
 * @param statement what the issuer has signed
 * @param signature of the issuer, in DER; empty if it is not SM2 with SM3
 * @param extensions contents by object identifier
 */
record Sm2Certificate(
        byte[] whole,
        byte[] statement,
        byte[] signature,
        BigInteger serial,
        byte[] issuer,
        byte[] subject,
        Instant from,
        Instant until,
        Sm2 key,
        Map<String, Der> extensions) {
    static final String SM2_WITH_SM3 = "1.2.156.10197.1.501";

    private static final String EC_KEY = "1.2.840.10045.2.1";
    private static final String SM2_CURVE = "1.2.156.10197.1.301";
    private static final String KEY_ID = "2.5.29.14";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String CONSTRAINTS = "2.5.29.19";
    private static final String EXTENDED_USAGE = "2.5.29.37";

    /** What is understood here; a certificate with another critical extension is not used. */
    private static final Set<String> UNDERSTOOD = Set.of(KEY_USAGE, CONSTRAINTS, EXTENDED_USAGE);

    private static final int BOOLEAN = 0x01;
    private static final int BITS = 0x03;
    private static final int UTC_TIME = 0x17;
    private static final int EXTENSIONS = 0xa3;
    private static final int CERTIFIES = 0x04;

    /** Whether these octets are a certificate for a key on the curve of SM2. */
    static boolean is(byte[] bytes) {
        try {
            Der key = keyOf(fields(Der.parse(bytes).child(0, Der.SEQUENCE)));
            List<Der> algorithm = key.child(0, Der.SEQUENCE).children();
            return algorithm.size() == 2
                    && algorithm.get(0).oid().equals(EC_KEY)
                    && algorithm.get(1).tag() == Der.OID
                    && algorithm.get(1).oid().equals(SM2_CURVE);
        } catch (Der.Malformed | IndexOutOfBoundsException e) {
            return false;
        }
    }

    /**
     * @throws Der.Malformed if it is none
     */
    static Sm2Certificate parse(byte[] bytes) {
        Der whole = Der.parse(bytes).need(Der.SEQUENCE);
        Der statement = whole.child(0, Der.SEQUENCE);
        List<Der> fields = fields(statement);
        boolean signedBySm2 =
                whole.child(1, Der.SEQUENCE).child(0, Der.OID).oid().equals(SM2_WITH_SM3);
        Der validity = fields.get(3).need(Der.SEQUENCE);
        try {
            return new Sm2Certificate(
                    bytes,
                    statement.whole(),
                    signedBySm2 ? bits(whole.child(2, BITS)) : new byte[0],
                    fields.get(0).integer(),
                    fields.get(2).whole(),
                    fields.get(4).whole(),
                    time(validity.children().get(0)),
                    time(validity.children().get(1)),
                    Sm2.of(bits(keyOf(fields).child(1, BITS))),
                    extensions(statement));
        } catch (Unusable | IndexOutOfBoundsException e) {
            throw new Der.Malformed("certificate: " + e.getMessage());
        }
    }

    /** From the serial number on; before it may stand the version. */
    private static List<Der> fields(Der statement) {
        List<Der> all = statement.children();
        return all.get(0).tag() == Der.FIRST ? all.subList(1, all.size()) : all;
    }

    private static Der keyOf(List<Der> fields) {
        return fields.get(5).need(Der.SEQUENCE);
    }

    /** Whole octets; the first says how many bits of the last do not count. */
    private static byte[] bits(Der bits) {
        byte[] content = bits.content();
        if (content.length == 0) {
            throw new Der.Malformed("no bits");
        }
        return Arrays.copyOfRange(content, 1, content.length);
    }

    /** Either form of RFC 5280, section 4.1.2.5: years of two digits are 1950 to 2049. */
    private static Instant time(Der time) {
        if (time.tag() != UTC_TIME) {
            return time.time();
        }
        String text = new String(time.content(), StandardCharsets.US_ASCII);
        if (!text.matches("\\d{12}Z")) {
            throw new Der.Malformed("time " + text);
        }
        String century = text.charAt(0) < '5' ? "20" : "19";
        byte[] full = (century + text).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream general = new ByteArrayOutputStream();
        general.write(Der.TIME);
        general.write(full.length);
        general.writeBytes(full);
        return Der.parse(general.toByteArray()).time();
    }

    private static Map<String, Der> extensions(Der statement) {
        Map<String, Der> extensions = new HashMap<>();
        Der all = statement.find(EXTENSIONS);
        for (Der one : all == null ? List.<Der>of() : all.child(0, Der.SEQUENCE).children()) {
            List<Der> parts = one.children();
            String type = parts.get(0).oid();
            boolean critical =
                    parts.size() == 3
                            && parts.get(1).tag() == BOOLEAN
                            && parts.get(1).content()[0] != 0;
            if (critical && !UNDERSTOOD.contains(type)) {
                throw new Der.Malformed("critical extension " + type);
            }
            extensions.put(type, Der.parse(parts.get(parts.size() - 1).need(Der.OCTETS).content()));
        }
        return extensions;
    }

    boolean holdsAt(Instant at) {
        return !at.isBefore(from) && !at.isAfter(until);
    }

    boolean isFor(String use) {
        Der uses = extensions.get(EXTENDED_USAGE);
        return uses != null && uses.children().stream().anyMatch(one -> one.oid().equals(use));
    }

    /** What a signer is called by, where it is not by issuer and serial number. */
    byte @Nullable [] keyId() {
        Der id = extensions.get(KEY_ID);
        return id == null ? null : id.content();
    }

    /**
     * Whether this one may certify, and has certified, the other.
     *
     * @param below how many certificates lie between this one and the signer
     */
    boolean hasCertified(Sm2Certificate other, int below) {
        return Arrays.equals(subject, other.issuer)
                && mayCertify(below)
                && key.fitsDer(other.statement, other.signature);
    }

    private boolean mayCertify(int below) {
        Der usage = extensions.get(KEY_USAGE);
        Der constraints = extensions.get(CONSTRAINTS);
        if (constraints == null || (usage != null && (bits(usage)[0] & CERTIFIES) == 0)) {
            return false;
        }
        List<Der> parts = new ArrayList<>(constraints.children());
        boolean authority =
                !parts.isEmpty() && parts.get(0).tag() == BOOLEAN && parts.get(0).content()[0] != 0;
        return authority
                && (parts.size() < 2
                        || parts.get(1).integer().compareTo(BigInteger.valueOf(below)) >= 0);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sm2Certificate one && Arrays.equals(whole, one.whole);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(whole);
    }
}
