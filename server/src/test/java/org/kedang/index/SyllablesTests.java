package org.kedang.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class SyllablesTests {
    @Test
    void splitsInEveryWay() {
        assertThat(Syllables.split("xian")).contains(List.of("xian"), List.of("xi", "an"));
    }

    @Test
    void takesABegunLastSyllable() {
        assertThat(Syllables.split("changsh")).contains(List.of("chang", "sh"));
        assertThat(Syllables.beginningWith("sh")).contains("sha", "shuo").doesNotContain("sa", "s");
    }

    @Test
    void refusesWhatIsNoPinyin() {
        assertThat(Syllables.split("xyz")).isEmpty();
    }

    @Test
    void staysBoundedOnLongInput() {
        assertThat(Syllables.split("xianan".repeat(30))).hasSizeBetween(1, 24);
    }
}
