package org.kedang.signin;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;

/** A real LDAP directory in memory that speaks TLS with a certificate made for this run. */
final class CompanyDirectory {
    static final String BASE = "dc=jianhu,dc=cn";
    static final String READER = "cn=reader," + BASE;
    static final String PASSWORD = "Ldap-2026-secret";

    final InMemoryDirectoryServer server;
    final Path certificate;

    private CompanyDirectory(InMemoryDirectoryServer server, Path certificate) {
        this.server = server;
        this.certificate = certificate;
    }

    static CompanyDirectory start() {
        try {
            Path folder =
                    Files.createTempDirectory(Path.of("target"), "directory").toAbsolutePath();
            Path store = folder.resolve("server.p12");
            Path certificate = folder.resolve("server.pem");
            keytool(
                    "-genkeypair -alias ldap -keyalg RSA -keysize 2048 -validity 2 -storetype"
                            + " PKCS12 -storepass changeit -dname CN=localhost -ext"
                            + " san=dns:localhost,ip:127.0.0.1 -keystore",
                    store);
            keytool(
                    "-exportcert -rfc -alias ldap -storepass changeit -keystore "
                            + store
                            + " -file",
                    certificate);
            return new CompanyDirectory(serve(store), certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LDAPException | LDIFException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(String arguments, Path last) throws IOException {
        List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(Arrays.asList(arguments.split(" ")));
        command.add(last.toString());
        try {
            Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
            String words = new String(made.getInputStream().readAllBytes());
            if (made.waitFor() != 0) {
                throw new IllegalStateException(words);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static InMemoryDirectoryServer serve(Path store)
            throws LDAPException, LDIFException, GeneralSecurityException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.addAdditionalBindCredentials(READER, "reader-secret");
        SSLUtil tls =
                new SSLUtil(
                        new KeyStoreKeyManager(
                                store.toFile(), "changeit".toCharArray(), "PKCS12", "ldap"),
                        null);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPSConfig(
                        "tls", null, 0, tls.createSSLServerSocketFactory(), null),
                InMemoryListenerConfig.createLDAPConfig(
                        "start-tls", null, 0, tls.createSSLSocketFactory()),
                InMemoryListenerConfig.createLDAPConfig("plain", null, 0, null));
        config.addInMemoryOperationInterceptor(
                new InMemoryOperationInterceptor() {
                    @Override
                    public void processSimpleBindRequest(
                            InMemoryInterceptedSimpleBindRequest request) {
                        BINDS.add(request.getConnectedPort());
                    }
                });
        InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
        server.add("dn: " + BASE, "objectClass: domain", "dc: jianhu");
        server.startListening();
        return server;
    }

    /** Which port each password was sent to. */
    private static final List<Integer> BINDS = new java.util.concurrent.CopyOnWriteArrayList<>();

    long binds(String listener) {
        int port = server.getListenPort(listener);
        return BINDS.stream().filter(one -> one == port).count();
    }

    String plainUrl(String listener) {
        return "ldap://localhost:" + server.getListenPort(listener);
    }

    String url() {
        return "ldaps://localhost:" + server.getListenPort("tls");
    }

    void department(String dn, String name) throws LDAPException, LDIFException {
        server.add("dn: " + dn + "," + BASE, "objectClass: organizationalUnit", "ou: " + name);
    }

    void person(String userName, String name) throws LDAPException, LDIFException {
        addPerson("uid=" + userName + "," + BASE, userName, name);
    }

    void person(String userName, String name, String department)
            throws LDAPException, LDIFException {
        addPerson("uid=" + userName + "," + department + "," + BASE, userName, name);
    }

    private void addPerson(String dn, String userName, String name)
            throws LDAPException, LDIFException {
        server.add(
                "dn: " + dn,
                "objectClass: inetOrgPerson",
                "uid: " + userName,
                "cn: " + name,
                "sn: " + name,
                "userPassword: " + PASSWORD);
    }
}
