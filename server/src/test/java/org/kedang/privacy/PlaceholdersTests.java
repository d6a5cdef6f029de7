package org.kedang.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.stream.Collectors;

class PlaceholdersTests {
    @Test
    void replacesEachKnownWordAndLeavesOthers() {
        assertThat(
                        Placeholders.fill(
                                "{客户名称}（{ 客户编号 }）：{别的}",
                                Map.of("客户名称", "鉴湖酒业", "客户编号", "C00000001")))
                .isEqualTo("鉴湖酒业（C00000001）：{别的}");
    }

    @Test
    void namesWhatStandsForNothing() {
        assertThat(Placeholders.unknown("{客户名称} {客户名} {日期} {}")).containsExactly("", "客户名");
    }

    @Property
    void takesWhatAValueHoldsAsItIs(@ForAll String value) {
        Map<String, String> values =
                Placeholders.KNOWN.stream().collect(Collectors.toMap(one -> one, one -> value));

        assertThat(Placeholders.fill("甲{客户名称}乙", values)).isEqualTo("甲" + value + "乙");
    }
}
