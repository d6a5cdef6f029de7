package org.kedang.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Collectors;

class PublicCodesTests {
    private final Regions regions = new Regions();

    @ParameterizedTest
    @CsvSource({
        "330000, 浙江省",
        "330602, 浙江省绍兴市越城区",
        "110101, 北京市东城区",
        "110101001, 北京市东城区东华门街道",
        "441900003, 广东省东莞市东城街道",
        "330602999, ''",
        "33, ''"
    })
    void namesARegionFromTheProvinceDown(String code, String name) {
        assertThat(regions.name(code)).isEqualTo(name);
        assertThat(regions.contains(code)).isEqualTo(!name.isEmpty());
    }

    @Test
    void listsTheStreetsOfACounty() {
        assertThat(regions.listStreets("110101"))
                .hasSizeGreaterThan(10)
                .allMatch(street -> street.code().startsWith("110101"))
                .allMatch(street -> "110101".equals(street.parentCode()));
        assertThat(regions.listStreets("330000")).isEmpty();
        assertThat(regions.listStreets("' or 1=1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "330000, 33",
        "330600, 3306",
        "330602, 330602",
        "330602001, 330602001",
        "33%, no code"
    })
    void knowsWhatCodesWithinARegionBeginWith(String code, String start) {
        assertThat(Regions.start(code)).isEqualTo(start);
    }

    @Test
    void hasTwentySectionsAndNinetySevenDivisions() {
        var bySize =
                Industries.list().stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.code().length(), Collectors.counting()));

        assertThat(bySize).containsEntry(1, 20L).containsEntry(3, 97L).hasSize(2);
        assertThat(Industries.name("C15")).isEqualTo("酒、饮料和精制茶制造业");
        assertThat(Industries.list())
                .filteredOn(one -> one.parentCode() != null)
                .allMatch(one -> Industries.contains(one.code().substring(0, 1)));
    }
}
