package org.kedang.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@IntegrationTest
class ListingsIntegrationTests {
    @Autowired Listings listings;
    @Autowired JdbcClient jdbc;

    private Listing<Integer> page(int upTo, int page) {
        return listings.read(
                new Listings.Rows(
                        "n",
                        "generate_series(1, 20000) n",
                        SqlPredicate.of("n <= :upTo", "upTo", upTo),
                        "n"),
                new Paging(page, 20),
                (row, number) -> row.getInt("n"));
    }

    @Test
    void countsWhatThePageDoesNotShow() {
        Listing<Integer> second = page(45, 2);

        assertThat(second.items()).hasSize(20).startsWith(21);
        assertThat(second.total()).isEqualTo(45);
        assertThat(second.totalIsExact()).isTrue();
    }

    @Test
    void countsForAPageBehindTheLast() {
        assertThat(page(45, 4)).isEqualTo(Listing.of(java.util.List.of(), new Paging(4, 20), 45));
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(page(0, 1)).isEqualTo(Listing.of(java.util.List.of(), new Paging(1, 20), 0));
        assertThat(
                        listings.read(
                                new Listings.Rows(":never", "person", SqlPredicate.FALSE, "id"),
                                new Paging(1, 20),
                                (row, number) -> number))
                .isEqualTo(Listing.of(java.util.List.of(), new Paging(1, 20), 0));
    }

    @Test
    @Transactional
    void countsALongListOnceAndShortOnesEachTime() {
        jdbc.sql(
                        "create temporary table long_list on commit drop as select"
                                + " generate_series(1, 10001) n")
                .update();
        assertThat(longList().totalIsExact()).isFalse();

        jdbc.sql("delete from long_list where n > 30").update();

        assertThat(longList())
                .extracting(Listing::total, Listing::totalIsExact)
                .containsExactly(10_000L, false);
        assertThat(page(30, 1).total()).isEqualTo(30);
        assertThat(page(31, 1).total()).isEqualTo(31);
    }

    private Listing<Integer> longList() {
        return listings.read(
                new Listings.Rows("n", "long_list", SqlPredicate.TRUE, "n"),
                new Paging(1, 20),
                (row, number) -> row.getInt("n"));
    }
}
