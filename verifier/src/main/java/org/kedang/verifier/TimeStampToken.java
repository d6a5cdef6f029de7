package org.kedang.verifier;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A time-stamp token of RFC 3161: signed data (RFC 5652) around the statement that a hash existed
 * at a time.
 *
 * @param statement the signed octets, a TSTInfo
 * @param at when the authority says it was
 */
record TimeStampToken(
        byte[] statement,
        Instant at,
        String imprintAlgorithm,
        byte[] imprint,
        Certificates certificates,
        Der signer) {
    /** That of RFC 5652, and that of GM/T 0010-2012 for data signed with SM2. */
    private static final Set<String> SIGNED_DATA =
            Set.of("1.2.840.113549.1.7.2", "1.2.156.10197.6.1.4.2.2");

    private static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";
    private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
    private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    private static final String SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
    private static final String SIGNING_CERTIFICATE_2 = "1.2.840.113549.1.9.16.2.47";
    private static final String PSS = "1.2.840.113549.1.1.10";
    private static final String SM3 = "SM3";

    /** SM2 with SM3, or SM2 where the digest is named beside it (GM/T 0006-2012). */
    private static final Set<String> SM2 =
            Set.of(
                    Sm2Certificate.SM2_WITH_SM3,
                    "1.2.156.10197.1.301.1",
                    "1.2.156.10197.1.301",
                    "1.2.840.10045.2.1");

    private static final int ISSUER_AND_SERIAL = Der.SEQUENCE;
    private static final int KEY_ID = 0x80;

    /** Digests that are still good for signatures. */
    private static final Map<String, String> DIGESTS =
            Map.of(
                    "2.16.840.1.101.3.4.2.1", "SHA-256",
                    "2.16.840.1.101.3.4.2.2", "SHA-384",
                    "2.16.840.1.101.3.4.2.3", "SHA-512",
                    "1.2.156.10197.1.401", SM3);

    /** Signature algorithms that name their digest, and those that leave it to the signer's. */
    private static final Map<String, String> SIGNATURES =
            Map.ofEntries(
                    Map.entry("1.2.840.113549.1.1.1", "%swithRSA"),
                    Map.entry("1.2.840.113549.1.1.11", "SHA256withRSA"),
                    Map.entry("1.2.840.113549.1.1.12", "SHA384withRSA"),
                    Map.entry("1.2.840.113549.1.1.13", "SHA512withRSA"),
                    Map.entry("1.2.840.10045.2.1", "%swithECDSA"),
                    Map.entry("1.2.840.10045.4.3.2", "SHA256withECDSA"),
                    Map.entry("1.2.840.10045.4.3.3", "SHA384withECDSA"),
                    Map.entry("1.2.840.10045.4.3.4", "SHA512withECDSA"),
                    Map.entry("1.3.101.112", "Ed25519"));

    /** What is wrong with a token; nothing if all is well. */
    enum Fault {
        UNREADABLE("读不懂", "cannot be read"),
        OTHER_NOTE("不是这个检查点的", "is of something else"),
        UNKNOWN_ALGORITHM(
                "用了本验证器不认识或已不安全的算法", "uses an algorithm that is unknown here or too weak"),
        NOT_SIGNED("签名不成立", "has a signature that does not hold"),
        NOT_TRUSTED("不是由给定的机构签发的", "is not by a given authority");

        final Words words;

        Fault(String zh, String en) {
            words = new Words(zh, en);
        }
    }

    /**
     * @throws Der.Malformed if it is no such token
     */
    static TimeStampToken parse(byte[] bytes) {
        Der content = Der.parse(bytes).need(Der.SEQUENCE);
        expect(SIGNED_DATA, content.child(0, Der.OID));
        Der signed = content.child(1, Der.FIRST).child(0, Der.SEQUENCE);
        Der inner = signed.child(2, Der.SEQUENCE);
        expect(Set.of(TST_INFO), inner.child(0, Der.OID));
        byte[] statement = inner.child(1, Der.FIRST).child(0, Der.OCTETS).content();
        Der info = Der.parse(statement).need(Der.SEQUENCE);
        Der imprint = info.child(2, Der.SEQUENCE);
        return new TimeStampToken(
                statement,
                info.child(4, Der.TIME).time(),
                imprint.child(0, Der.SEQUENCE).child(0, Der.OID).oid(),
                imprint.child(1, Der.OCTETS).content(),
                certificates(signed.find(Der.FIRST)),
                onlySigner(signed));
    }

    private static void expect(Set<String> oids, Der found) {
        if (!oids.contains(found.oid())) {
            throw new Der.Malformed("expected " + oids + ", found " + found.oid());
        }
    }

    /** Exactly one (RFC 3161, section 2.4.2); it stands in the last set. */
    private static Der onlySigner(Der signed) {
        List<Der> parts = signed.children();
        List<Der> signers = parts.get(parts.size() - 1).need(Der.SET).children();
        if (signers.size() != 1) {
            throw new Der.Malformed(signers.size() + " signers");
        }
        return signers.get(0).need(Der.SEQUENCE);
    }

    private static Certificates certificates(@Nullable Der set) {
        Certificates all = new Certificates();
        for (Der one : set == null ? List.<Der>of() : set.children()) {
            try {
                all.add(one.whole());
            } catch (CertificateException e) {
                throw new Der.Malformed("certificate: " + e.getMessage());
            }
        }
        return all;
    }

    /** What speaks against the token as a proof that these bytes existed at its time. */
    @Nullable Fault check(byte[] note, Authorities authorities) {
        try {
            if (!Arrays.equals(digest(known(imprintAlgorithm), note), imprint)) {
                return Fault.OTHER_NOTE;
            }
            Sm2Certificate sm2 = sm2SignerAmong(authorities.trustedSm2());
            return sm2 == null ? checkKnown(authorities) : check(sm2, authorities);
        } catch (UnsupportedOperationException | NoSuchAlgorithmException e) {
            return Fault.UNKNOWN_ALGORITHM;
        } catch (Der.Malformed | IndexOutOfBoundsException e) {
            return Fault.UNREADABLE;
        } catch (GeneralSecurityException | IOException e) {
            return Fault.NOT_SIGNED;
        }
    }

    private @Nullable Fault checkKnown(Authorities authorities)
            throws GeneralSecurityException, IOException {
        List<X509Certificate> candidates = new ArrayList<>(certificates.known());
        candidates.addAll(authorities.trusted());
        X509Certificate by = signerAmong(candidates);
        if (by == null || !authorities.trust(by, certificates.known(), at)) {
            return Fault.NOT_TRUSTED;
        }
        return isSignedBy(by) ? null : Fault.NOT_SIGNED;
    }

    private @Nullable Fault check(Sm2Certificate by, Authorities authorities)
            throws GeneralSecurityException {
        if (!authorities.trust(by, certificates.sm2(), at)) {
            return Fault.NOT_TRUSTED;
        }
        String digest = known(signer.child(2, Der.SEQUENCE).child(0, Der.OID).oid());
        String algorithm = signer.child(4, Der.SEQUENCE).child(0, Der.OID).oid();
        if (!digest.equals(SM3) || !SM2.contains(algorithm)) {
            return Fault.UNKNOWN_ALGORITHM;
        }
        Der attributes = signer.get(Der.FIRST).as(Der.SET);
        boolean holds =
                isAbout(attributes, digest, by.whole())
                        && by.key()
                                .fitsDer(attributes.whole(), signer.child(5, Der.OCTETS).content());
        return holds ? null : Fault.NOT_SIGNED;
    }

    private @Nullable X509Certificate signerAmong(Collection<X509Certificate> candidates) {
        Der id = signer.children().get(1);
        return candidates.stream().filter(one -> isOf(id, one)).findFirst().orElse(null);
    }

    private @Nullable Sm2Certificate sm2SignerAmong(List<Sm2Certificate> trusted) {
        Der id = signer.children().get(1);
        return Stream.concat(certificates.sm2().stream(), trusted.stream())
                .filter(one -> isOf(id, one.serial(), one.issuer(), one.keyId()))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOf(Der id, X509Certificate one) {
        byte[] extension = one.getExtensionValue("2.5.29.14");
        return isOf(
                id,
                one.getSerialNumber(),
                one.getIssuerX500Principal().getEncoded(),
                extension == null ? null : Der.parse(Der.parse(extension).content()).content());
    }

    private static boolean isOf(Der id, BigInteger serial, byte[] issuer, byte @Nullable [] keyId) {
        if (id.tag() == ISSUER_AND_SERIAL) {
            return id.child(1, Der.INTEGER).integer().equals(serial)
                    && Arrays.equals(id.child(0, Der.SEQUENCE).whole(), issuer);
        }
        return id.tag() == KEY_ID && keyId != null && Arrays.equals(id.content(), keyId);
    }

    private boolean isSignedBy(X509Certificate by) throws GeneralSecurityException, IOException {
        String digest = known(signer.child(2, Der.SEQUENCE).child(0, Der.OID).oid());
        // what is signed is the set of attributes (RFC 5652, section 5.4)
        Der attributes = signer.get(Der.FIRST).as(Der.SET);
        if (!isAbout(attributes, digest, by.getEncoded())) {
            return false;
        }
        Signature signature = signature(signer.child(4, Der.SEQUENCE), digest);
        signature.initVerify(by.getPublicKey());
        signature.update(attributes.whole());
        return signature.verify(signer.child(5, Der.OCTETS).content());
    }

    /** Whether the signed attributes speak of this statement and of the signer's certificate. */
    private boolean isAbout(Der attributes, String digest, byte[] by)
            throws GeneralSecurityException {
        return TST_INFO.equals(attribute(attributes, CONTENT_TYPE).oid())
                && Arrays.equals(
                        attribute(attributes, MESSAGE_DIGEST).content(), digest(digest, statement))
                && names(attributes, by);
    }

    /** The signed attribute that says which certificate signed (RFC 2634 and RFC 5816). */
    private static boolean names(Der attributes, byte[] by) throws GeneralSecurityException {
        for (Der one : attributes.children()) {
            String type = one.child(0, Der.OID).oid();
            if (type.equals(SIGNING_CERTIFICATE) || type.equals(SIGNING_CERTIFICATE_2)) {
                Der id =
                        one.child(1, Der.SET)
                                .child(0, Der.SEQUENCE)
                                .child(0, Der.SEQUENCE)
                                .child(0, Der.SEQUENCE);
                String digest = digestOf(id, type.equals(SIGNING_CERTIFICATE_2));
                return Arrays.equals(digest(digest, by), id.get(Der.OCTETS).content());
            }
        }
        return false;
    }

    /** SHA-1 in the older attribute; in the newer SHA-256 unless it begins with another. */
    private static String digestOf(Der id, boolean newer) {
        Der first = id.children().get(0);
        String digest = newer ? "SHA-256" : "SHA-1";
        return newer && first.tag() == Der.SEQUENCE ? known(first.child(0, Der.OID).oid()) : digest;
    }

    private static String known(String oid) {
        String digest = DIGESTS.get(oid);
        if (digest == null) {
            throw new UnsupportedOperationException();
        }
        return digest;
    }

    private static Der attribute(Der attributes, String type) {
        for (Der one : attributes.children()) {
            if (one.child(0, Der.OID).oid().equals(type)) {
                return one.child(1, Der.SET).children().get(0);
            }
        }
        throw new Der.Malformed("no attribute " + type);
    }

    private static Signature signature(Der algorithm, String digest)
            throws GeneralSecurityException, IOException {
        String oid = algorithm.child(0, Der.OID).oid();
        if (oid.equals(PSS)) {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
            parameters.init(algorithm.child(1, Der.SEQUENCE).whole());
            signature.setParameter(parameters.getParameterSpec(PSSParameterSpec.class));
            return signature;
        }
        String name = SIGNATURES.get(oid);
        if (name == null) {
            throw new UnsupportedOperationException();
        }
        return Signature.getInstance(name.formatted(digest.replace("-", "")));
    }

    private static byte[] digest(String algorithm, byte[] bytes) throws GeneralSecurityException {
        return algorithm.equals(SM3)
                ? Sm3.hash(bytes)
                : MessageDigest.getInstance(algorithm).digest(bytes);
    }
}
