package org.kedang.audit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** A time-stamping authority that signs with SM2 and SM3, made with Bouncy Castle. */
final class Sm2Authority implements AutoCloseable {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.3.4.1");

    private final Path folder;
    private final KeyPair rootKey = keyPair();
    private final KeyPair key = keyPair();
    private final X509CertificateHolder root;
    private final X509CertificateHolder certificate;
    private final HttpServer server;

    Sm2Authority(Path folder) throws Exception {
        this.folder = folder;
        root = certified("CN=SM2 root", rootKey, true);
        certificate = certified("CN=SM2 stamper", key, false);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/tsa", this::answer);
        server.start();
    }

    private static KeyPair keyPair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
        generator.initialize(new ECGenParameterSpec("sm2p256v1"));
        return generator.generateKeyPair();
    }

    private static ContentSigner signer(KeyPair by) throws Exception {
        return new JcaContentSignerBuilder("SM3withSM2")
                .setProvider(PROVIDER)
                .build(by.getPrivate());
    }

    private X509CertificateHolder certified(String name, KeyPair whose, boolean authority)
            throws Exception {
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        new X500Name("CN=SM2 root"),
                        BigInteger.valueOf(authority ? 1 : 77),
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(Duration.ofDays(30))),
                        new X500Name(name),
                        whose.getPublic());
        if (authority) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        } else {
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    true,
                    new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        }
        return builder.build(signer(rootKey));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] reply = stamp(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private byte[] stamp(byte[] query) throws Exception {
        DigestCalculatorProvider digests =
                new JcaDigestCalculatorProviderBuilder().setProvider(PROVIDER).build();
        TimeStampTokenGenerator tokens =
                new TimeStampTokenGenerator(
                        new JcaSignerInfoGeneratorBuilder(digests).build(signer(key), certificate),
                        digests.get(new AlgorithmIdentifier(GMObjectIdentifiers.sm3)),
                        POLICY);
        tokens.addCertificates(new CollectionStore<>(List.of(certificate)));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                .generate(new TimeStampRequest(query), BigInteger.TEN, new Date())
                .getEncoded();
    }

    /** The certificate that signs the tokens. */
    Path certificate() throws IOException {
        return pem("stamper.pem", certificate);
    }

    /** The certificate of who certified it. */
    Path root() throws IOException {
        return pem("root.pem", root);
    }

    private Path pem(String name, X509CertificateHolder one) throws IOException {
        Path file = folder.resolve(name);
        try (JcaPEMWriter pem = new JcaPEMWriter(Files.newBufferedWriter(file))) {
            pem.writeObject(one);
        }
        return file;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
