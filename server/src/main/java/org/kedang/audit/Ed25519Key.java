package org.kedang.audit;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) as signed notes use it: type 0x01 and the 32 bytes of the public key. */
record Ed25519Key(String name, PrivateKey privateKey, PublicKey publicKey) implements NoteKey {
    private static final String ALGORITHM = "Ed25519";
    private static final int RAW_BYTES = 32;

    /** What X.509 puts before the 32 bytes (RFC 8410, section 4). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    static Ed25519Key generate(String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new Ed25519Key(name, pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has Ed25519", e);
        }
    }

    static Ed25519Key restore(String name, byte[] secret, byte[] typed) {
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            ByteArrayOutputStream x509 = new ByteArrayOutputStream();
            x509.writeBytes(X509_PREFIX);
            x509.write(typed, 1, RAW_BYTES);
            return new Ed25519Key(
                    name,
                    factory.generatePrivate(new PKCS8EncodedKeySpec(secret)),
                    factory.generatePublic(new X509EncodedKeySpec(x509.toByteArray())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Not an Ed25519 key: " + name, e);
        }
    }

    @Override
    public SignatureKind kind() {
        return SignatureKind.ED25519;
    }

    @Override
    public byte[] typedPublicKey() {
        byte[] x509 = publicKey.getEncoded();
        byte[] typed = new byte[1 + RAW_BYTES];
        typed[0] = 1;
        System.arraycopy(x509, X509_PREFIX.length, typed, 1, RAW_BYTES);
        return typed;
    }

    @Override
    public byte[] secret() {
        return privateKey.getEncoded();
    }

    @Override
    public byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign as " + name, e);
        }
    }

    @Override
    public boolean verifies(byte[] text, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(publicKey);
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return vkey();
    }
}
