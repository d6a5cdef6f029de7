package org.kedang.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

class Sm2Tests {
    private static final byte[] TEXT = "message digest".getBytes(StandardCharsets.US_ASCII);

    /** GB/T 32918.5-2017, annex A.2. */
    private static final String KEY =
            "0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
                    + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";

    private static final String SIGNATURE =
            "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"
                    + "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA";

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @Test
    void acceptsTheSignatureOfTheStandard() throws Unusable {
        assertThat(Sm2.of(hex(KEY)).fits(TEXT, hex(SIGNATURE))).isTrue();
    }

    @Test
    void refusesWhatDiffersInOneBit() throws Unusable {
        Sm2 key = Sm2.of(hex(KEY));
        for (int bit : new int[] {0, 100, 255, 256, 400, 511}) {
            byte[] signature = hex(SIGNATURE);
            signature[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(key.fits(TEXT, signature)).isFalse();
        }
        assertThat(key.fits("message digesT".getBytes(StandardCharsets.US_ASCII), hex(SIGNATURE)))
                .isFalse();
        assertThat(key.fits(TEXT, new byte[64])).isFalse();
        assertThat(key.fits(TEXT, Arrays.copyOf(hex(SIGNATURE), 63))).isFalse();
    }

    @Test
    void acceptsSignaturesOfBouncyCastle() throws Unusable {
        for (int i = 0; i < 20; i++) {
            Signer signer = Signer.sm2("kedang/test");
            byte[] text = ("checkpoint " + i).getBytes(StandardCharsets.UTF_8);
            Key key = Key.parse(signer.vkey());
            assertThat(key.signatures().fits(text, signer.sign(text))).isTrue();
            assertThat(key.signatures().fits(TEXT, signer.sign(text))).isFalse();
        }
    }

    @Test
    void refusesKeysBesideTheCurve() {
        byte[] key = hex(KEY);
        key[64] ^= 1;
        assertThatThrownBy(() -> Sm2.of(key)).isInstanceOf(Unusable.class);
    }
}
