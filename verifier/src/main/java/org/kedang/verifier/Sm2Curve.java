package org.kedang.verifier;

import java.math.BigInteger;

/**
 * The curve sm2p256v1 of GB/T 32918.5-2017 in Jacobian coordinates. Public keys only, so time need
 * not be constant.
 */
final class Sm2Curve {
    static final BigInteger P =
            hex("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF");
    static final BigInteger A =
            hex("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFC");
    static final BigInteger B =
            hex("28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93");
    static final BigInteger N =
            hex("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123");
    static final Point G =
            new Point(
                    hex("32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7"),
                    hex("BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0"),
                    BigInteger.ONE);

    private static final BigInteger THREE = BigInteger.valueOf(3);

    /** Stands for (x/z², y/z³); the point at infinity has z = 0. */
    record Point(BigInteger x, BigInteger y, BigInteger z) {
        boolean isInfinite() {
            return z.signum() == 0;
        }
    }

    static final Point INFINITY = new Point(BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO);

    private Sm2Curve() {}

    static boolean contains(BigInteger x, BigInteger y) {
        boolean inField =
                x.signum() >= 0 && y.signum() >= 0 && x.compareTo(P) < 0 && y.compareTo(P) < 0;
        return inField && y.multiply(y).mod(P).equals(x.pow(3).add(A.multiply(x)).add(B).mod(P));
    }

    /** u·G + v·Q in one pass over both numbers. */
    static Point sum(BigInteger u, BigInteger v, Point q) {
        Point both = add(G, q);
        Point result = INFINITY;
        for (int bit = Math.max(u.bitLength(), v.bitLength()) - 1; bit >= 0; bit--) {
            result = twice(result);
            boolean inU = u.testBit(bit);
            boolean inV = v.testBit(bit);
            if (inU || inV) {
                result = add(result, inU && inV ? both : inU ? G : q);
            }
        }
        return result;
    }

    static BigInteger affineX(Point point) {
        BigInteger inverse = point.z.modInverse(P);
        return point.x.multiply(inverse.multiply(inverse)).mod(P);
    }

    private static Point twice(Point p) {
        if (p.isInfinite() || p.y.signum() == 0) {
            return INFINITY;
        }
        BigInteger yy = p.y.multiply(p.y).mod(P);
        BigInteger s = p.x.multiply(yy).shiftLeft(2).mod(P);
        BigInteger zz = p.z.multiply(p.z).mod(P);
        // a = -3 on this curve
        BigInteger m = THREE.multiply(p.x.subtract(zz)).multiply(p.x.add(zz)).mod(P);
        BigInteger x = m.multiply(m).subtract(s.shiftLeft(1)).mod(P);
        BigInteger y = m.multiply(s.subtract(x)).subtract(yy.multiply(yy).shiftLeft(3)).mod(P);
        return new Point(x, y, p.y.multiply(p.z).shiftLeft(1).mod(P));
    }

    private static Point add(Point p, Point q) {
        if (p.isInfinite()) {
            return q;
        }
        if (q.isInfinite()) {
            return p;
        }
        BigInteger pzz = p.z.multiply(p.z).mod(P);
        BigInteger qzz = q.z.multiply(q.z).mod(P);
        BigInteger u1 = p.x.multiply(qzz).mod(P);
        BigInteger u2 = q.x.multiply(pzz).mod(P);
        BigInteger s1 = p.y.multiply(qzz).multiply(q.z).mod(P);
        BigInteger s2 = q.y.multiply(pzz).multiply(p.z).mod(P);
        if (u1.equals(u2)) {
            return s1.equals(s2) ? twice(p) : INFINITY;
        }
        BigInteger h = u2.subtract(u1);
        BigInteger r = s2.subtract(s1);
        BigInteger hh = h.multiply(h).mod(P);
        BigInteger hhh = hh.multiply(h).mod(P);
        BigInteger v = u1.multiply(hh).mod(P);
        BigInteger x = r.multiply(r).subtract(hhh).subtract(v.shiftLeft(1)).mod(P);
        BigInteger y = r.multiply(v.subtract(x)).subtract(s1.multiply(hhh)).mod(P);
        return new Point(x, y, p.z.multiply(q.z).multiply(h).mod(P));
    }

    private static BigInteger hex(String digits) {
        return new BigInteger(digits, 16);
    }
}
