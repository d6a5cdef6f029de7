package org.kedang.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Certificates of time-stamping authorities, or of those who certify them, as the user names them.
 * Revocation is not asked for: that would need a network. Chains are of one kind: all SM2, or all
 * of what Java knows.
 */
record Authorities(List<X509Certificate> trusted, List<Sm2Certificate> trustedSm2) {
    /** id-kp-timeStamping (RFC 3161, section 2.3). */
    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

    private static final int LONGEST_PATH = 8;

    /**
     * @param files with certificates, PEM or DER
     */
    static Authorities of(List<String> files) throws IOException {
        Certificates all = new Certificates();
        for (String file : files) {
            try {
                for (byte[] one : Certificates.split(Files.readAllBytes(Path.of(file)))) {
                    all.add(one);
                }
            } catch (CertificateException | Der.Malformed e) {
                throw new Unusable(
                        "%s 不是证书文件（应为 PEM 或 DER）。", "%s holds no certificates (PEM or DER).", file);
            }
        }
        if (all.isEmpty() && !files.isEmpty()) {
            throw new Unusable("证书文件里没有证书。", "There is no certificate in the file.");
        }
        return new Authorities(List.copyOf(all.known()), List.copyOf(all.sm2()));
    }

    boolean isEmpty() {
        return trusted.isEmpty() && trustedSm2.isEmpty();
    }

    static CertificateFactory x509() {
        try {
            return CertificateFactory.getInstance("X.509");
        } catch (CertificateException e) {
            throw new IllegalStateException("every Java has X.509", e);
        }
    }

    /**
     * Whether the signer was allowed to stamp time at that moment, by a certificate that is
     * trusted.
     *
     * @param others certificates that came with the token and may lead from one to the other
     */
    boolean trust(X509Certificate signer, Collection<X509Certificate> others, Instant at) {
        try {
            List<String> uses = signer.getExtendedKeyUsage();
            if (uses == null || !uses.contains(TIME_STAMPING)) {
                return false;
            }
            signer.checkValidity(Date.from(at));
            if (trusted.contains(signer)) {
                return true;
            }
            PKIXParameters parameters = new PKIXParameters(anchors());
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX").validate(path(signer, others), parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The same for certificates of SM2. */
    boolean trust(Sm2Certificate signer, Collection<Sm2Certificate> others, Instant at) {
        if (!signer.isFor(TIME_STAMPING) || !signer.holdsAt(at)) {
            return false;
        }
        List<Sm2Certificate> rest = new ArrayList<>(trustedSm2);
        rest.addAll(others);
        rest.remove(signer);
        List<Sm2Certificate> level = List.of(signer);
        for (int below = 0; below < LONGEST_PATH && !level.isEmpty(); below++) {
            if (level.stream().anyMatch(trustedSm2::contains)) {
                return true;
            }
            level = above(level, rest, at, below);
            // none is looked at twice, however they certify one another
            rest.removeAll(level);
        }
        return false;
    }

    private static List<Sm2Certificate> above(
            List<Sm2Certificate> level, List<Sm2Certificate> rest, Instant at, int below) {
        return rest.stream()
                .filter(one -> one.holdsAt(at))
                .filter(one -> level.stream().anyMatch(under -> one.hasCertified(under, below)))
                .toList();
    }

    private Set<TrustAnchor> anchors() {
        return trusted.stream()
                .map(one -> new TrustAnchor(one, null))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** From the signer upwards by the issuers' names, without what is trusted itself. */
    private CertPath path(X509Certificate signer, Collection<X509Certificate> others)
            throws CertificateException {
        List<X509Certificate> path = new ArrayList<>(List.of(signer));
        boolean grows = true;
        while (grows && path.size() < LONGEST_PATH) {
            X509Certificate last = path.get(path.size() - 1);
            grows = false;
            for (X509Certificate one : others) {
                if (!grows
                        && one.getSubjectX500Principal().equals(last.getIssuerX500Principal())
                        && !path.contains(one)
                        && !trusted.contains(one)) {
                    path.add(one);
                    grows = true;
                }
            }
        }
        return x509().generateCertPath(path);
    }
}
