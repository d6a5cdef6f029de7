package org.kedang.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

class TotpTests {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /** The SHA-1 rows of RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void agreesWithTheTestVectors(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.stepAt(Instant.ofEpochSecond(seconds)), 8))
                .isEqualTo(code);
    }

    /** RFC 4648, 10, without padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB"})
    void writesBase32(String text, String base32) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    }

    @Test
    void bearsAClockThatIsHalfAMinuteOff() {
        String code = Totp.code(SECRET, Totp.stepAt(NOON), Totp.DIGITS);

        assertThat(Totp.findStep(SECRET, code, NOON.plusSeconds(30), 0)).isPresent();
        assertThat(Totp.findStep(SECRET, code, NOON.minusSeconds(30), 0)).isPresent();
        assertThat(Totp.findStep(SECRET, code, NOON.plusSeconds(60), 0)).isEmpty();
        assertThat(Totp.findStep(SECRET, code, NOON.minusSeconds(60), 0)).isEmpty();
    }

    @Test
    void refusesACodeOfAStepThatWasUsed() {
        long step = Totp.stepAt(NOON);
        String code = Totp.code(SECRET, step, Totp.DIGITS);

        assertThat(Totp.findStep(SECRET, code, NOON, step)).isEmpty();
        assertThat(Totp.findStep(SECRET, code, NOON, step - 1)).hasValue(step);
    }
}
