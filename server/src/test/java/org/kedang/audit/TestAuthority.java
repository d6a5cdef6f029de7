package org.kedang.audit;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A time-stamping authority of the test's own: OpenSSL's {@code ts} behind a small HTTP server. */
final class TestAuthority implements AutoCloseable {
    private final Path folder;
    private final HttpServer server;

    TestAuthority(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Files.writeString(
                folder.resolve("openssl.cnf"),
                """
                [tsa]
                default_tsa = here
                [here]
                serial = serial
                crypto_device = builtin
                signer_digest = sha256
                default_policy = 1.2.3.4.1
                digests = sha256, sha512
                accuracy = secs:1
                ess_cert_id_chain = no
                ess_cert_id_alg = sha256
                [req]
                distinguished_name = dn
                [dn]
                [ext]
                extendedKeyUsage = critical,timeStamping
                """);
        Files.writeString(folder.resolve("serial"), "01\n");
        run(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "tsa.key",
                "-out",
                "tsa.pem",
                "-days",
                "30",
                "-subj",
                "/CN=Test authority",
                "-config",
                "openssl.cnf",
                "-extensions",
                "ext");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/tsa",
                exchange -> {
                    Files.write(
                            folder.resolve("query.tsq"), exchange.getRequestBody().readAllBytes());
                    answer();
                    byte[] reply = Files.readAllBytes(folder.resolve("reply.tsr"));
                    exchange.getResponseHeaders()
                            .add("Content-Type", "application/timestamp-reply");
                    exchange.sendResponseHeaders(200, reply.length);
                    exchange.getResponseBody().write(reply);
                    exchange.close();
                });
        server.start();
    }

    /** What those need who want to verify. */
    Path certificate() {
        return folder.resolve("tsa.pem");
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
    }

    private void answer() throws IOException {
        try {
            run(
                    "ts",
                    "-reply",
                    "-queryfile",
                    "query.tsq",
                    "-signer",
                    "tsa.pem",
                    "-inkey",
                    "tsa.key",
                    "-out",
                    "reply.tsr",
                    "-config",
                    "openssl.cnf");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** What OpenSSL says to the token over this text. */
    String verify(byte[] token, String text) throws IOException, InterruptedException {
        Files.write(folder.resolve("token.tst"), token);
        Files.writeString(folder.resolve("note.txt"), text);
        return run(
                "ts",
                "-verify",
                "-data",
                "note.txt",
                "-in",
                "token.tst",
                "-token_in",
                "-CAfile",
                "tsa.pem");
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("openssl hangs");
        }
        return output;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
