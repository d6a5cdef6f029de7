package org.kedang.verifier;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Signatures of GB/T 32918.2-2016 with SM3, written r‖s, for one public key and signer's name. */
final class Sm2 implements Key.Signatures {
    /** The name used when nobody agreed on another (GM/T 0009-2012, section 10). */
    private static final String DEFAULT_SIGNER = "1234567812345678";

    private static final int NUMBER = 32;

    private final Sm2Curve.Point key;
    private final byte[] signer;

    private Sm2(Sm2Curve.Point key, byte[] signer) {
        this.key = key;
        this.signer = signer;
    }

    /**
     * @param point uncompressed: 0x04, x, y
     */
    static Sm2 of(byte[] point) throws Unusable {
        BigInteger x = number(point, 1);
        BigInteger y = number(point, 1 + NUMBER);
        if (point.length != 1 + 2 * NUMBER || point[0] != 4 || !Sm2Curve.contains(x, y)) {
            throw new Unusable("SM2 公钥无效：点不在曲线上。", "The SM2 key is not a point of the curve.");
        }
        return new Sm2(new Sm2Curve.Point(x, y, BigInteger.ONE), signer(x, y));
    }

    /** Z of section 5.5: who signs, on which curve, with which key. */
    private static byte[] signer(BigInteger x, BigInteger y) {
        byte[] name = DEFAULT_SIGNER.getBytes(StandardCharsets.US_ASCII);
        int bits = name.length * 8;
        return Sm3.hash(
                new byte[] {(byte) (bits >>> 8), (byte) bits},
                name,
                bytes(Sm2Curve.A),
                bytes(Sm2Curve.B),
                bytes(Sm2Curve.G.x()),
                bytes(Sm2Curve.G.y()),
                bytes(x),
                bytes(y));
    }

    @Override
    public boolean fits(byte[] text, byte[] signature) {
        if (signature.length != 2 * NUMBER) {
            return false;
        }
        BigInteger r = number(signature, 0);
        BigInteger s = number(signature, NUMBER);
        BigInteger t = r.add(s).mod(Sm2Curve.N);
        if (!inOrder(r) || !inOrder(s) || t.signum() == 0) {
            return false;
        }
        Sm2Curve.Point point = Sm2Curve.sum(s, t, key);
        if (point.isInfinite()) {
            return false;
        }
        BigInteger e = new BigInteger(1, Sm3.hash(signer, text));
        return e.add(Sm2Curve.affineX(point)).mod(Sm2Curve.N).equals(r);
    }

    /** The same for the two numbers in DER, as certificates and tokens have them. */
    boolean fitsDer(byte[] text, byte[] signature) {
        try {
            List<Der> numbers = Der.parse(signature).need(Der.SEQUENCE).children();
            if (numbers.size() != 2) {
                return false;
            }
            BigInteger r = numbers.get(0).integer();
            BigInteger s = numbers.get(1).integer();
            if (!inOrder(r) || !inOrder(s)) {
                return false;
            }
            byte[] both = Arrays.copyOf(bytes(r), 2 * NUMBER);
            System.arraycopy(bytes(s), 0, both, NUMBER, NUMBER);
            return fits(text, both);
        } catch (Der.Malformed e) {
            return false;
        }
    }

    private static boolean inOrder(BigInteger number) {
        return number.signum() > 0 && number.compareTo(Sm2Curve.N) < 0;
    }

    private static BigInteger number(byte[] from, int at) {
        return new BigInteger(1, Arrays.copyOfRange(from, at, at + NUMBER));
    }

    private static byte[] bytes(BigInteger number) {
        byte[] all = number.toByteArray();
        byte[] fixed = new byte[NUMBER];
        int length = Math.min(all.length, NUMBER);
        System.arraycopy(all, all.length - length, fixed, NUMBER - length, length);
        return fixed;
    }
}
