package org.kedang.audit;

import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * SM2 with SM3 (GB/T 32918.2-2016) under the default user id 1234567812345678. C2SP knows no such
 * type, so it is 0xff, "sm2" and the 65 bytes of the uncompressed point; a signature is r and s, 32
 * bytes each.
 *
 * @param d the private key
 */
record Sm2Key(String name, BigInteger d) implements NoteKey {
    private static final byte[] TYPE = "\0sm2".getBytes(StandardCharsets.US_ASCII);
    private static final int SCALAR_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ECDomainParameters CURVE = curve();

    static {
        TYPE[0] = (byte) 0xff;
    }

    private static ECDomainParameters curve() {
        X9ECParameters sm2 = GMNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(sm2.getCurve(), sm2.getG(), sm2.getN(), sm2.getH());
    }

    static Sm2Key generate(String name) {
        // d lies within [1, n-2] (GB/T 32918.1, 6.1)
        BigInteger largest = CURVE.getN().subtract(BigInteger.TWO);
        return new Sm2Key(name, BigIntegers.createRandomInRange(BigInteger.ONE, largest, RANDOM));
    }

    static Sm2Key restore(String name, byte[] secret) {
        return new Sm2Key(name, new BigInteger(1, secret));
    }

    @Override
    public SignatureKind kind() {
        return SignatureKind.SM2;
    }

    private ECPublicKeyParameters publicKey() {
        return new ECPublicKeyParameters(
                new FixedPointCombMultiplier().multiply(CURVE.getG(), d).normalize(), CURVE);
    }

    @Override
    public byte[] typedPublicKey() {
        byte[] point = publicKey().getQ().getEncoded(false);
        return ByteBuffer.allocate(TYPE.length + point.length).put(TYPE).put(point).array();
    }

    @Override
    public byte[] secret() {
        return BigIntegers.asUnsignedByteArray(SCALAR_BYTES, d);
    }

    @Override
    public byte[] sign(byte[] text) {
        SM2Signer signer = signer();
        signer.init(true, new ParametersWithRandom(new ECPrivateKeyParameters(d, CURVE), RANDOM));
        signer.update(text, 0, text.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("Cannot sign as " + name, e);
        }
    }

    @Override
    public boolean verifies(byte[] text, byte[] signature) {
        SM2Signer signer = signer();
        signer.init(false, publicKey());
        signer.update(text, 0, text.length);
        return signature.length == 2 * SCALAR_BYTES && signer.verifySignature(signature);
    }

    /** Without an id of its own the signer takes the standard's 1234567812345678. */
    private static SM2Signer signer() {
        return new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
    }

    @Override
    public String toString() {
        return vkey();
    }
}
