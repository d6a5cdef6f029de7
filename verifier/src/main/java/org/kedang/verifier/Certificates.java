package org.kedang.verifier;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Certificates by who can read them.
 *
 * @param known those that Java reads
 * @param sm2 those that it does not know the curve of
 */
record Certificates(List<X509Certificate> known, List<Sm2Certificate> sm2) {
    private static final Pattern PEM =
            Pattern.compile(
                    "-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([^-]*)"
                            + "-----END (?:X509 |TRUSTED )?CERTIFICATE-----");

    Certificates() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    /**
     * @param one certificate in DER
     * @throws CertificateException if it is none
     */
    void add(byte[] one) throws CertificateException {
        if (Sm2Certificate.is(one)) {
            sm2.add(Sm2Certificate.parse(one));
        } else {
            known.add(
                    (X509Certificate)
                            Authorities.x509().generateCertificate(new ByteArrayInputStream(one)));
        }
    }

    boolean isEmpty() {
        return known.isEmpty() && sm2.isEmpty();
    }

    /**
     * The certificates of a file, PEM or DER, one after the other.
     *
     * @throws Der.Malformed if it is neither
     */
    static List<byte[]> split(byte[] file) {
        List<byte[]> all = new ArrayList<>();
        Matcher pem = PEM.matcher(new String(file, StandardCharsets.ISO_8859_1));
        while (pem.find()) {
            all.add(decoded(pem.group(1)));
        }
        byte[] rest = all.isEmpty() ? file : new byte[0];
        while (rest.length > 0) {
            byte[] one = Der.first(rest).whole();
            all.add(one);
            rest = Arrays.copyOfRange(rest, one.length, rest.length);
        }
        return all;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new Der.Malformed("base64: " + e.getMessage());
        }
    }
}
