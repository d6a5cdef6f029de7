package org.kedang.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;

import java.util.Set;

class KeptWordsTests {
    @Test
    void asksForPairsOfNeighbours() {
        assertThat(KeptWords.grams("包装破损")).containsExactly("包装", "装破", "破损");
        assertThat(KeptWords.grams("好")).containsExactly("好");
        assertThat(KeptWords.grams("𠮷野")).containsExactly("𠮷野");
        assertThat(KeptWords.grams("x".repeat(500))).containsExactly("xx");
    }

    @Test
    void narrowsNothingByNothing() {
        assertThat(KeptWords.contain("k.words", null)).isEqualTo(SqlPredicate.TRUE);
        assertThat(KeptWords.contain("k.words", "  ")).isEqualTo(SqlPredicate.TRUE);
        assertThat(KeptWords.contain("k.words", " AB ").params())
                .containsEntry("words", "ab")
                .containsEntry("grams", Set.of("ab"));
    }

    /** Whatever holds the words holds all that is asked of the index, so that nothing is missed. */
    @Property
    void asksForNothingThatIsNotThere(
            @ForAll @CharRange(from = '一', to = '三') @StringLength(max = 40) String before,
            @ForAll @CharRange(from = '一', to = '三') @StringLength(min = 1, max = 40) String words,
            @ForAll @CharRange(from = '一', to = '三') @StringLength(max = 40) String after) {
        String whole = before + words + after;

        assertThat(KeptWords.grams(words))
                .isNotEmpty()
                .allSatisfy(gram -> assertThat(whole).contains(gram));
    }
}
