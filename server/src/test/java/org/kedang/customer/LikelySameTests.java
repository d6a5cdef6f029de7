package org.kedang.customer;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikelySameTests {
    @ParameterizedTest
    @CsvSource({
        "绍兴 鉴湖酿酒（集团）有限公司, 绍兴鉴湖酿酒(集团)",
        "绍兴鉴湖酿酒股份有限公司, 绍兴鉴湖酿酒有限责任公司",
        "ＡＢＣ贸易有限公司, abc贸易",
        "Jianhu Wine Co. Ltd, jianhu wine"
    })
    void seesThroughWhatPeopleWriteDifferently(String one, String other) {
        assertThat(LikelySame.nameKey(one)).isEqualTo(LikelySame.nameKey(other));
    }

    @Test
    void keepsDifferentCustomersApart() {
        assertThat(LikelySame.nameKey("绍兴鉴湖酿酒有限公司")).isNotEqualTo(LikelySame.nameKey("绍兴鉴湖印染有限公司"));
    }

    @Property
    void givesNoEmptyKey(@ForAll @NotBlank @StringLength(max = 200) String name) {
        assertThat(LikelySame.nameKey(name)).isNotEmpty();
    }
}
