package org.kedang.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.kedang.document.TestClamd.scanner;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Against a real clamd that knows one signature, made here. */
class VirusScannerTests {

    private static final String PATTERN = TestClamd.PATTERN;

    @TempDir static Path folder;
    private static TestClamd clamd;

    @BeforeAll
    static void startClamd() {
        assumeTrue(TestClamd.isInstalled(), "clamd is not installed");
        clamd = TestClamd.start(folder);
    }

    @AfterAll
    static void stopClamd() {
        if (clamd != null) {
            clamd.close();
        }
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void passesCleanContent() {
        assertThat(scanner(clamd.address()).scan(content("一份普通的合同")))
                .isEqualTo(new VirusVerdict.Clean());
    }

    @Test
    void namesSignatureFoundAcrossChunks() {
        String long1 = "x".repeat(65_530) + PATTERN + "y".repeat(100_000);

        assertThat(scanner(clamd.socketAddress()).scan(content(long1)))
                .isInstanceOfSatisfying(
                        VirusVerdict.Infected.class,
                        infected -> assertThat(infected.name()).startsWith(TestClamd.SIGNATURE));
    }

    @Test
    void admitsThatContentIsTooLarge() {
        assertThat(scanner(clamd.socketAddress()).scan(content("x".repeat(3 << 20))))
                .isEqualTo(new VirusVerdict.TooLarge());
    }

    @Test
    void reportsScannerThatIsDown() throws IOException {
        int closed = TestClamd.freePort();

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
