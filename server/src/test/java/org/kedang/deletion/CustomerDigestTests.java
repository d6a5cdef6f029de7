package org.kedang.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CustomerDigestTests {
    private static final String CODE = "91330602MA29001010";

    @Test
    void provesTheCustomerHoweverItIsTyped() {
        CustomerDigest digest = CustomerDigest.of("绍兴ＡＢ酒业有限公司", CODE);

        assertThat(digest.isOf("绍兴AB 酒业有限公司 ", CODE.toLowerCase(java.util.Locale.ROOT))).isTrue();
        assertThat(digest.isOf("绍兴AB酒业有限公司", null)).isFalse();
        assertThat(digest.isOf("绍兴AC酒业有限公司", CODE)).isFalse();
    }

    @Test
    void saltsTheSameCustomerEachTimeAnew() {
        assertThat(CustomerDigest.of("甲", CODE).digest())
                .isNotEqualTo(CustomerDigest.of("甲", CODE).digest());
    }

    @Test
    void doesNotMixUpNameAndCode() {
        assertThat(CustomerDigest.of("甲1", "2").isOf("甲", "12")).isFalse();
    }
}
