package org.kedang.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kedang.verifier.TimeStampToken.Fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Tokens that OpenSSL's {@code ts} made: an authority with RSA and one with an elliptic curve. */
class TimeStampTests {
    private static final byte[] NOTE = "a checkpoint\n".getBytes(StandardCharsets.UTF_8);

    @TempDir static Path folder;

    @BeforeAll
    static void makeAuthorities() throws Exception {
        Files.writeString(
                folder.resolve("openssl.cnf"),
                """
                [tsa]
                default_tsa = here
                [here]
                serial = serial
                crypto_device = builtin
                signer_digest = sha384
                default_policy = 1.2.3.4.1
                digests = sha256, sha512
                ess_cert_id_chain = no
                ess_cert_id_alg = sha256
                [req]
                distinguished_name = dn
                [dn]
                [root]
                basicConstraints = critical,CA:TRUE
                [stamping]
                extendedKeyUsage = critical,timeStamping
                """);
        Files.writeString(folder.resolve("serial"), "01\n");
        Files.write(folder.resolve("note"), NOTE);
        authority("rsa", "rsa:2048");
        authority("ec", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1");
    }

    /**
     * A root, and one it certifies to stamp time, whose token over the note carries its
     * certificate.
     */
    private static void authority(String name, String... key) throws Exception {
        List<String> root = new ArrayList<>(List.of("req", "-x509", "-newkey"));
        root.addAll(List.of(key));
        root.addAll(
                List.of(
                        ("-nodes -days 30 -keyout %1$s-root.key -out %1$s-root.pem -subj"
                                        + " /CN=Root-%1$s -config openssl.cnf -extensions root")
                                .formatted(name)
                                .split(" ")));
        openssl(root);
        List<String> leaf = new ArrayList<>(List.of("req", "-new", "-newkey"));
        leaf.addAll(List.of(key));
        leaf.addAll(
                List.of(
                        "-nodes -keyout %1$s.key -out %1$s.csr -subj /CN=Stamper-%1$s -config openssl.cnf"
                                .formatted(name)
                                .split(" ")));
        openssl(leaf);
        openssl(
                ("x509 -req -in %1$s.csr -CA %1$s-root.pem -CAkey %1$s-root.key -set_serial 77"
                     + " -days 30 -extfile openssl.cnf -extensions stamping -out %1$s.pem")
                        .formatted(name));
        openssl("ts -query -data note -sha256 -cert -out %s.tsq".formatted(name));
        openssl(
                "ts -reply -queryfile %1$s.tsq -signer %1$s.pem -inkey %1$s.key -config openssl.cnf -token_out -out %1$s.tst"
                        .formatted(name));
    }

    private static void openssl(String arguments) throws Exception {
        openssl(List.of(arguments.split(" ")));
    }

    private static void openssl(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s: %s", command, output).isZero();
    }

    private static Authorities trusted(String... certificates) throws IOException {
        List<String> files = new ArrayList<>();
        for (String one : certificates) {
            files.add(folder.resolve(one + ".pem").toString());
        }
        return Authorities.of(files);
    }

    private static byte[] token(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name + ".tst"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "ec"})
    void believesTheAuthorityAndItsRoot(String name) throws IOException {
        TimeStampToken token = TimeStampToken.parse(token(name));

        assertThat(token.check(NOTE, trusted(name))).isNull();
        assertThat(token.check(NOTE, trusted(name + "-root"))).isNull();
        assertThat(token.check(NOTE, trusted("rsa-root", "ec-root"))).isNull();
        assertThat(Duration.between(token.at(), Instant.now()).abs())
                .isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void doesNotBelieveAStrangerOrAnotherNote() throws IOException {
        TimeStampToken token = TimeStampToken.parse(token("rsa"));

        assertThat(token.check(NOTE, trusted("ec-root"))).isEqualTo(Fault.NOT_TRUSTED);
        assertThat(token.check(NOTE, trusted("ec"))).isEqualTo(Fault.NOT_TRUSTED);
        assertThat(token.check(new byte[] {1}, trusted("rsa"))).isEqualTo(Fault.OTHER_NOTE);
    }

    /** The root may certify stampers, but its own word is none: it lacks the purpose. */
    @Test
    void wantsACertificateForTimeStamping() throws Exception {
        openssl(
                "x509 -req -in rsa.csr -CA rsa-root.pem -CAkey rsa-root.key -set_serial 77 -days 30"
                        + " -extfile openssl.cnf -extensions root -out other.pem");
        Authorities authorities = trusted("rsa-root");
        var other = trusted("other").trusted().get(0);

        assertThat(authorities.trust(other, List.of(), Instant.now())).isFalse();
        assertThat(authorities.trust(trusted("rsa").trusted().get(0), List.of(), Instant.now()))
                .isTrue();
        assertThat(
                        authorities.trust(
                                trusted("rsa").trusted().get(0),
                                List.of(),
                                Instant.now().plus(Duration.ofDays(60))))
                .isFalse();
    }

    /** Whatever octet is changed, nothing but what nobody signed may still hold. */
    @Test
    void noticesEveryChangedOctetOfWhatIsSigned() throws IOException {
        byte[] token = token("ec");
        byte[] statement = TimeStampToken.parse(token).statement();
        int begin = indexOf(token, statement);
        Authorities authorities = trusted("ec-root");
        for (int i = begin; i < begin + statement.length; i++) {
            byte[] changed = token.clone();
            changed[i] ^= 1;
            assertThat(holds(changed, authorities)).as("octet %d", i).isFalse();
        }
        for (int i = token.length - 60; i < token.length; i++) {
            byte[] changed = token.clone();
            changed[i] ^= 1;
            assertThat(holds(changed, authorities)).as("octet %d of the signature", i).isFalse();
        }
        assertThat(holds(token, authorities)).isTrue();
    }

    private static boolean holds(byte[] token, Authorities authorities) {
        try {
            return TimeStampToken.parse(token).check(NOTE, authorities) == null;
        } catch (Der.Malformed e) {
            return false;
        }
    }

    private static int indexOf(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("not within");
    }

    @Test
    void readsOnlyWhatIsThere() throws IOException {
        byte[] token = token("rsa");
        for (int length = 0; length < token.length; length += 7) {
            byte[] cut = Arrays.copyOf(token, length);
            assertThatThrownBy(() -> TimeStampToken.parse(cut)).isInstanceOf(Der.Malformed.class);
        }
    }

    @Test
    void refusesAFileWithoutCertificates() {
        assertThatThrownBy(() -> Authorities.of(List.of(folder.resolve("note").toString())))
                .isInstanceOf(Unusable.class);
    }
}
