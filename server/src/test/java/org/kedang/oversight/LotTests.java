package org.kedang.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.LongStream;

class LotTests {
    @Test
    void drawsTheSameForTheSameSeed() {
        List<Long> drawn = Lot.draw("00ff", 1_000, 999_999, 50);

        assertThat(drawn).hasSize(50).doesNotHaveDuplicates();
        assertThat(drawn).allMatch(leaf -> leaf >= 1_000 && leaf <= 999_999);
        assertThat(Lot.draw("00ff", 1_000, 999_999, 50)).isEqualTo(drawn);
        assertThat(Lot.draw("00fe", 1_000, 999_999, 50)).isNotEqualTo(drawn);
    }

    /** {@code printf '%s' 00ff:0 | sha256sum} modulo 100, counted by hand. */
    @Test
    void drawsWhatTheRuleSays() {
        assertThat(Lot.draw("00ff", 0, 99, 1)).containsExactly(EXPECTED);
    }

    private static final long EXPECTED = 88;

    @Test
    void takesAllOfFew() {
        assertThat(Lot.draw("00ff", 5, 9, 50))
                .isEqualTo(LongStream.rangeClosed(5, 9).boxed().toList());
    }
}
