package org.kedang.verifier;

import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/** Someone who signs checkpoints, with the JDK (Ed25519) or Bouncy Castle (SM2). */
abstract class Signer {
    final String origin;

    Signer(String origin) {
        this.origin = origin;
    }

    abstract byte[] sign(byte[] text);

    /** Type and public key. */
    abstract byte[] typed();

    String vkey() {
        return origin + "+" + Key.id(origin, typed()) + "+" + MadeLog.base64(typed());
    }

    String note(long size, byte[] root, Instant at) {
        String text = "%s\n%d\n%s\nat %s\n".formatted(origin, size, MadeLog.base64(root), at);
        ByteArrayOutputStream signature = new ByteArrayOutputStream();
        signature.writeBytes(HexFormat.of().parseHex(Key.id(origin, typed())));
        signature.writeBytes(sign(text.getBytes(StandardCharsets.UTF_8)));
        return text + "\n— " + origin + " " + MadeLog.base64(signature.toByteArray()) + "\n";
    }

    static Signer ed25519(String origin) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] typed = Arrays.copyOfRange(encoded, encoded.length - 33, encoded.length);
            typed[0] = 1;
            return new Signer(origin) {
                @Override
                byte[] sign(byte[] text) {
                    try {
                        Signature signature = Signature.getInstance("Ed25519");
                        signature.initSign(pair.getPrivate());
                        signature.update(text);
                        return signature.sign();
                    } catch (GeneralSecurityException e) {
                        throw new IllegalStateException(e);
                    }
                }

                @Override
                byte[] typed() {
                    return typed;
                }
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Signer sm2(String origin) {
        X9ECParameters curve = GMNamedCurves.getByName("sm2p256v1");
        BigInteger secret = new BigInteger(255, new SecureRandom()).add(BigInteger.ONE);
        byte[] point = curve.getG().multiply(secret).getEncoded(false);
        byte[] typed = new byte[69];
        System.arraycopy(new byte[] {(byte) 0xff, 's', 'm', '2'}, 0, typed, 0, 4);
        System.arraycopy(point, 0, typed, 4, 65);
        return new Signer(origin) {
            @Override
            byte[] sign(byte[] text) {
                SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE, new SM3Digest());
                signer.init(
                        true,
                        new ECPrivateKeyParameters(
                                secret,
                                new ECDomainParameters(
                                        curve.getCurve(), curve.getG(), curve.getN())));
                signer.update(text, 0, text.length);
                try {
                    return signer.generateSignature();
                } catch (CryptoException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            byte[] typed() {
                return typed;
            }
        };
    }
}
