package org.kedang.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

class Sm3Tests {
    private static String hash(String text) {
        return HexFormat.of().formatHex(Sm3.hash(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** GB/T 32905-2016, annex A. */
    @Test
    void givesTheHashesOfTheStandard() {
        assertThat(hash("abc"))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(hash("abcd".repeat(16)))
                .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @Property(tries = 300)
    void agreesWithBouncyCastle(@ForAll @Size(max = 300) byte[] data) {
        SM3Digest digest = new SM3Digest();
        digest.update(data, 0, data.length);
        byte[] expected = new byte[32];
        digest.doFinal(expected, 0);

        assertThat(Sm3.hash(data)).isEqualTo(expected);
    }
}
