package org.kedang.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/** As if every character were one wide. */
class LineBreaksTests {
    @Test
    void breaksChineseAnywhere() {
        assertThat(lines("客户档案管理系统", 3)).containsExactly("客户档", "案管理", "系统");
    }

    @Test
    void keepsMarksWithWhatTheyClose() {
        assertThat(lines("材料齐全，同意。", 4)).containsExactly("材料齐", "全，同", "意。");
        assertThat(lines("见《办法》一文", 2))
                .allMatch(line -> !line.startsWith("》") && !line.endsWith("《"));
    }

    @Test
    void keepsWordsWhole() {
        assertThat(lines("to the record", 7)).containsExactly("to the", "record");
    }

    @Test
    void partsWordsThatAreTooLong() {
        assertThat(lines("见 abcdefghij 止", 4)).containsExactly("见", "abcd", "efgh", "ij 止");
    }

    @Test
    void keepsLinesAsTheyWereTyped() {
        assertThat(lines("甲\n\n乙\r\n丙\n", 9)).containsExactly("甲", "", "乙", "丙");
        assertThat(lines("", 9)).containsExactly("");
    }

    @Test
    void writesACharacterThatIsWiderThanTheLine() {
        assertThat(lines("档案", 0)).containsExactly("档", "案");
    }

    private static List<String> lines(String text, int room) {
        return LineBreaks.of(text, room, line -> line.codePointCount(0, line.length()));
    }
}
