package org.kedang.document;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;

/** A real clamd that knows one signature, made here. */
public final class TestClamd implements AutoCloseable {
    /** What every infected content holds. */
    public static final String PATTERN = "KEDANG-TEST-SIGNATURE-NOT-A-VIRUS";

    static final String SIGNATURE = "Kedang.Test";

    private static final Path PROGRAM = Path.of("/usr/sbin/clamd");

    private final Path folder;
    private final int port;
    private final Process process;

    private TestClamd(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** Starts one and waits until it answers. */
    public static TestClamd start(Path folder) {
        try {
            int port = freePort();
            Process process =
                    new ProcessBuilder(
                                    PROGRAM.toString(), "--config-file=" + configure(folder, port))
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("clamd.log").toFile())
                            .start();
            TestClamd clamd = new TestClamd(folder, port, process);
            clamd.awaitAnswer();
            return clamd;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path configure(Path folder, int port) throws IOException {
        Path signatures = Files.createDirectory(folder.resolve("db"));
        String hex = HexFormat.of().formatHex(PATTERN.getBytes(StandardCharsets.US_ASCII));
        Files.writeString(signatures.resolve("test.ndb"), SIGNATURE + ":0:*:" + hex + "\n");
        return Files.writeString(
                folder.resolve("clamd.conf"),
                """
                Foreground yes
                DatabaseDirectory %s
                LocalSocket %s
                TCPSocket %d
                TCPAddr 127.0.0.1
                StreamMaxLength 1M
                """
                        .formatted(signatures, folder.resolve("clamd.ctl"), port));
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException {
        VirusScanner scanner = scanner(address());
        for (int i = 0; i < 300 && !(scanner.ping() instanceof VirusVerdict.Clean); i++) {
            if (!process.isAlive()) {
                throw new AssertionError(Files.readString(folder.resolve("clamd.log")));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where it listens, as the setting {@code kedang.document.clamd}. */
    public String address() {
        return "tcp:127.0.0.1:" + port;
    }

    String socketAddress() {
        return "unix:" + folder.resolve("clamd.ctl");
    }

    static VirusScanner scanner(String address) {
        return new VirusScanner(
                new Binder(
                                new MapConfigurationPropertySource(
                                        Map.of("kedang.document.clamd", address)))
                        .bindOrCreate("kedang.document", DocumentSettings.class));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
