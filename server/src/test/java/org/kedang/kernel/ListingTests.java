package org.kedang.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

class ListingTests {
    @ParameterizedTest
    @CsvSource({"0, 20", "-1, 20", "1, 0", "1, 201", "501, 20", "2147483647, 200"})
    void refusesPagesThatCannotBe(int page, int size) {
        assertThatThrownBy(() -> new Paging(page, size)).hasMessage("page-out-of-range");
    }

    @Test
    void saysAboutBeyondItsReach() {
        assertThat(Listing.of(List.of(), new Paging(1, 20), 10_001))
                .isEqualTo(new Listing<>(List.of(), 1, 20, 10_000, false));
        assertThat(Listing.of(List.of(), new Paging(500, 20), 10_000).totalIsExact()).isTrue();
    }

    @Test
    void sortsByAllowedFieldsOnly() {
        Map<String, String> allowed = Map.of("name", "c.name");

        assertThat(SortOrder.parse("-name", "name", allowed).sql("c.id"))
                .isEqualTo("c.name desc, c.id desc");
        assertThatThrownBy(() -> SortOrder.parse("name; drop table x", "name", allowed))
                .hasMessage("unknown-sort-field");
    }

    @ParameterizedTest
    @CsvSource({"'\"3\"', 3", "3, 3", "'W/\"12\"', 12"})
    void readsTheVersionAChangeIsBasedOn(String header, long version) {
        assertThat(Version.ofIfMatch(header)).isEqualTo(new Version(version));
    }

    @ParameterizedTest
    @CsvSource({"''", "*", "'\"x\"'"})
    void refusesChangesThatWouldOverwriteBlindly(String header) {
        assertThatThrownBy(() -> Version.ofIfMatch(header)).hasMessage("precondition-required");
    }
}
