package org.kedang.index;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;
import org.kedang.index.Highlighter.Part;

import java.util.List;
import java.util.stream.Collectors;

class HighlighterTests {
    private static String shown(List<Part> parts) {
        return parts.stream()
                .map(p -> p.hit() ? "[" + p.text() + "]" : p.text())
                .collect(Collectors.joining());
    }

    @Test
    void marksPartsOfNames() {
        assertThat(new Highlighter("鉴湖集团").name("绍兴鉴湖（集团）有限公司").map(HighlighterTests::shown))
                .contains("绍兴[鉴湖]（[集团]）有限公司");
    }

    @Test
    void marksWhatPinyinAndInitialsStandFor() {
        assertThat(new Highlighter("jianhu").name("绍兴鉴湖酿酒").map(HighlighterTests::shown))
                .contains("绍兴[鉴湖]酿酒");
        assertThat(new Highlighter("sxjh").name("绍兴鉴湖酿酒").map(HighlighterTests::shown))
                .contains("[绍兴鉴湖]酿酒");
    }

    @Test
    void cutsAFragmentAroundTheFirstHit() {
        String text = "甲".repeat(500) + "违约\n责任" + "乙".repeat(500);

        List<Part> parts = new Highlighter("违约责任").fragment(text).orElseThrow();

        assertThat(shown(parts)).startsWith("甲").contains("[违约]").contains("[责任]").endsWith("乙");
        assertThat(parts.stream().mapToInt(p -> p.text().length()).sum()).isBetween(100, 140);
    }

    @Test
    void fallsBackToSingleWords() {
        assertThat(
                        new Highlighter("投诉处理流程")
                                .fragment("本公司的处理办法：投诉由客服登记")
                                .map(HighlighterTests::shown))
                .hasValueSatisfying(text -> assertThat(text).contains("[投诉]").contains("[处理]"));
    }

    @Test
    void prefersTheWholeOfWhatWasTypedHoweverFarBack() {
        String text = "违约在先。" + "甲".repeat(100_000) + "违约责任" + "乙".repeat(100);

        assertThat(new Highlighter("违约责任").fragment(text).map(HighlighterTests::shown))
                .hasValueSatisfying(shown -> assertThat(shown).contains("[违约责任]"));
        assertThat(new Highlighter("违约责任").fragment("违约在先，责任在后").map(HighlighterTests::shown))
                .contains("[违约]在先，[责任]在后");
    }

    @Test
    void showsNothingWhereNothingHits() {
        assertThat(new Highlighter("火星").name("绍兴鉴湖酿酒")).isEmpty();
    }

    @Property(tries = 300)
    void losesNoCharacterOfAName(@ForAll @StringLength(min = 1, max = 40) String name) {
        String spaced = name.replaceAll("\\s+", " ");
        String typed = spaced.substring(0, Math.min(2, spaced.length()));

        new Highlighter(typed)
                .name(spaced)
                .ifPresent(
                        parts ->
                                assertThat(
                                                parts.stream()
                                                        .map(Part::text)
                                                        .collect(Collectors.joining()))
                                        .isEqualTo(spaced));
    }
}
