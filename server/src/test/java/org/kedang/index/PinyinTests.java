package org.kedang.index;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.Collectors;

class PinyinTests {
    @ParameterizedTest
    @CsvSource({
        "长沙, changsha",
        "长春, changchun",
        "重庆, chongqing",
        "绿地, lvdi",
        "绿地, ludi",
        "银行, yinhang",
        "厦门, xiamen",
        "大厦, dasha",
        "单立人, shanliren",
        "单立人, danliren",
        "曾国强, zengguoqiang",
        "会稽山, kuaijishan",
        "六安, luan",
        "乐清, yueqing",
        "音乐, yinyue",
        "尉迟, yuchi",
        "万俟, moqi",
        "嵊州, shengzhou",
        "东莞, dongguan",
        "台州, taizhou",
        "吕梁, lvliang",
        "女儿红, nverhong"
    })
    void readsNamesAsPeopleDo(String name, String letters) {
        assertThat(new PinyinMatch(letters).in(name)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "长沙, chang sha",
        "重庆, chong qing",
        "绿地, lv di",
        "银行, yin hang",
        "厦门, xia men",
        "六安, lu an"
    })
    void putsTheReadingOfAKnownWordFirst(String word, String syllables) {
        String first =
                Pinyin.readings(word).stream().map(List::getFirst).collect(Collectors.joining(" "));

        assertThat(first).isEqualTo(syllables);
    }

    @Test
    void keepsLettersAndDigitsAsTheyAre() {
        assertThat(Pinyin.readings("a7")).containsExactly(List.of("a"), List.of("7"));
    }

    @ParameterizedTest
    @CsvSource({"sxjh, true", "jhnj, true", "xjhnj, true", "sxnj, false", "hjxs, false"})
    void findsInitialsOfNeighboursOnly(String letters, boolean found) {
        assertThat(new PinyinMatch(letters).in("绍兴鉴湖酿酒").isPresent()).isEqualTo(found);
    }

    @Provide
    Arbitrary<String> chinese() {
        return Arbitraries.chars()
                .range('\u4e00', '\u9fa5')
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(list -> list.stream().map(String::valueOf).collect(Collectors.joining()));
    }

    @Property(tries = 200)
    void findsEveryNameByAnyOfItsReadings(@ForAll("chinese") String drawn) {
        String name = Folded.text(drawn);
        String letters =
                Pinyin.readings(name).stream().map(List::getLast).collect(Collectors.joining());

        boolean readable = letters.length() > 1 && letters.chars().allMatch(c -> c < 128);
        assertThat(!readable || new PinyinMatch(letters).in(name).isPresent()).isTrue();
        assertThat(!readable || Syllables.split(letters).isEmpty())
                .as(letters)
                .isEqualTo(!readable);
    }
}
