package org.kedang.signin;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Sockets that trust the company's own certificate authority. JNDI takes a factory by its class
 * name only, hence the one for all in a static field.
 */
public final class LdapSockets extends SocketFactory {
    private static volatile @Nullable SSLSocketFactory trusted;

    /** How JNDI gets it. */
    public static SocketFactory getDefault() {
        return new LdapSockets();
    }

    static void trust(String certificate) {
        trusted = trusting(certificate);
    }

    /**
     * @param certificate PEM file; empty for the authorities the JDK trusts
     */
    static SSLSocketFactory trusting(String certificate) {
        if (certificate.isBlank()) {
            return (SSLSocketFactory) SSLSocketFactory.getDefault();
        }
        try (InputStream pem = Files.newInputStream(Path.of(certificate))) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int n = 0;
            for (Certificate one :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("authority-" + n++, one);
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No certificate authority in " + certificate, e);
        }
    }

    private static SSLSocketFactory factory() {
        SSLSocketFactory set = trusted;
        return set == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : set;
    }

    @Override
    public Socket createSocket() throws IOException {
        return factory().createSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return factory().createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
            throws IOException {
        return factory().createSocket(host, port, from, fromPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return factory().createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
            throws IOException {
        return factory().createSocket(host, port, from, fromPort);
    }
}
