package org.kedang.index;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class TermsTests {
    @Test
    void foldsWidthCaseScriptAndSigns() {
        assertThat(Folded.text("ＡＢＣ 鋼鐵（集團）股份-有限公司 K001·2026")).isEqualTo("abc钢铁集团股份有限公司k0012026");
    }

    @Test
    void keepsWhereFoldedCharactersStood() {
        Folded folded = Folded.of("（甲）㈱ 乙");

        assertThat(folded.text()).isEqualTo("甲株乙");
        assertThat(folded.origins()).startsWith(1, 3, 5);
    }

    @Property(tries = 300)
    void makesPairsThatHoldEveryPart(
            @ForAll @StringLength(min = 2, max = 30) String name,
            @ForAll @IntRange(max = 29) int from,
            @ForAll @IntRange(min = 2, max = 30) int length) {
        String folded = Folded.text(name);
        int[] characters = folded.codePoints().toArray();
        if (from + 2 > characters.length) {
            return;
        }
        int count = Math.min(length, characters.length - from);
        String part = new String(characters, from, count);
        List<String> all = texts(Terms.pairs(folded));
        List<String> asked = texts(Terms.pairs(part));

        assertThat(all.subList(from, from + count - 1)).isEqualTo(asked.subList(0, count - 1));
    }

    private static List<String> texts(List<Terms.Term> terms) {
        return terms.stream().map(Terms.Term::text).toList();
    }

    @Test
    void putsAllReadingsAtTheirPlace() {
        List<Terms.Term> terms = Terms.syllables("tcl长沙");

        assertThat(texts(terms)).startsWith("tcl", "chang", "zhang").contains("sha");
        assertThat(terms.stream().mapToInt(Terms.Term::advance).sum()).isEqualTo(3);
    }

    @Test
    void joinsChineseThatTypesettingBroke() {
        assertThat(RunningText.clean("绍兴\n鉴湖 酿酒 Ltd  Ａ\t1")).isEqualTo("绍兴鉴湖酿酒 ltd a 1");
    }

    @Test
    void dropsPunctuationFromWords() throws Exception {
        assertThat(words("客户投诉，已处理。ABC-7"))
                .doesNotContain("，", "。", ",", "-")
                .contains("客户", "投诉", "处理");
    }

    private static List<String> words(String text) throws Exception {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = Analysis.WORDS.tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
        }
        return words;
    }

    @Test
    void sortsNamesByPinyin() {
        List<String> names = new ArrayList<>(List.of("浙江", "安徽", "北京", "上海"));
        names.sort(java.util.Comparator.comparing(SortKeys::of));

        assertThat(names).containsExactly("安徽", "北京", "上海", "浙江");
    }
}
