package org.kedang.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;

/** Against a real clamd that knows one signature, made here. */
class VirusScannerTests {

    private static final Path CLAMD = Path.of("/usr/sbin/clamd");
    private static final String PATTERN = "KEDANG-TEST-SIGNATURE-NOT-A-VIRUS";
    private static final String SIGNATURE = "Kedang.Test";

    @TempDir static Path folder;
    private static Process clamd;
    private static int port;

    @BeforeAll
    static void startClamd() throws Exception {
        assumeTrue(Files.isExecutable(CLAMD), "clamd is not installed");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path signatures = Files.createDirectory(folder.resolve("db"));
        String hex = HexFormat.of().formatHex(PATTERN.getBytes(StandardCharsets.US_ASCII));
        Files.writeString(signatures.resolve("test.ndb"), SIGNATURE + ":0:*:" + hex + "\n");
        Path configuration = folder.resolve("clamd.conf");
        Files.writeString(
                configuration,
                """
                Foreground yes
                DatabaseDirectory %s
                LocalSocket %s
                TCPSocket %d
                TCPAddr 127.0.0.1
                StreamMaxLength 1M
                """
                        .formatted(signatures, socket(), port));
        clamd =
                new ProcessBuilder(CLAMD.toString(), "--config-file=" + configuration)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("clamd.log").toFile())
                        .start();
        VirusScanner scanner = scanner("tcp:127.0.0.1:" + port);
        for (int i = 0; i < 300 && !(scanner.ping() instanceof VirusVerdict.Clean); i++) {
            assertThat(clamd.isAlive()).as(Files.readString(folder.resolve("clamd.log"))).isTrue();
            Thread.sleep(100);
        }
    }

    @AfterAll
    static void stopClamd() throws InterruptedException {
        if (clamd != null) {
            clamd.destroyForcibly().waitFor();
        }
    }

    private static Path socket() {
        return folder.resolve("clamd.ctl");
    }

    private static VirusScanner scanner(String address) {
        return new VirusScanner(
                new Binder(
                                new MapConfigurationPropertySource(
                                        Map.of("kedang.document.clamd", address)))
                        .bindOrCreate("kedang.document", DocumentSettings.class));
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void passesCleanContent() {
        assertThat(scanner("tcp:127.0.0.1:" + port).scan(content("一份普通的合同")))
                .isEqualTo(new VirusVerdict.Clean());
    }

    @Test
    void namesSignatureFoundAcrossChunks() {
        String long1 = "x".repeat(65_530) + PATTERN + "y".repeat(100_000);

        assertThat(scanner("unix:" + socket()).scan(content(long1)))
                .isInstanceOfSatisfying(
                        VirusVerdict.Infected.class,
                        infected -> assertThat(infected.name()).startsWith(SIGNATURE));
    }

    @Test
    void admitsThatContentIsTooLarge() {
        assertThat(scanner("unix:" + socket()).scan(content("x".repeat(3 << 20))))
                .isEqualTo(new VirusVerdict.TooLarge());
    }

    @Test
    void reportsScannerThatIsDown() throws IOException {
        int closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = free.getLocalPort();
        }

        assertThat(scanner("tcp:127.0.0.1:" + closed).scan(content("x")))
                .isInstanceOf(VirusVerdict.Down.class);
        assertThat(scanner("unix:" + folder.resolve("none")).ping())
                .isInstanceOf(VirusVerdict.Down.class);
    }

    @Test
    void saysOffWhenNotConfigured() {
        assertThat(scanner("off").isOn()).isFalse();
        assertThat(scanner("off").scan(content(PATTERN))).isEqualTo(new VirusVerdict.Off());
    }

    @Test
    void refusesAddressItDoesNotUnderstand() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> scanner("localhost"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tcp:host:port");
    }
}
