package org.kedang.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;

/**
 * Reads lists page by page, and counts no more than it must: page and count are one statement, and
 * a list that was found to be longer than {@link Paging#REACH} is not counted again for a minute.
 */
@Component
public class Listings {
    private static final Duration LONG_STAYS_LONG = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 2_000;

    /**
     * A list in SQL.
     *
     * @param columns what is read of each row
     * @param from the tables
     * @param where which rows; its parameters are known in {@code columns} too
     * @param order after {@code order by}; the same for every row once only, so that pages never
     *     overlap
     */
    public record Rows(String columns, String from, SqlPredicate where, String order) {
        private String sql(String counting) {
            return "select %s%s from %s where %s order by %s limit :pageSize offset :pageOffset"
                    .formatted(columns, counting, from, where.sql(), order);
        }

        private String counting() {
            return "(select count(*) from (select 1 from %s where %s limit %d) counted)"
                    .formatted(from, where.sql(), Paging.REACH + 1);
        }

        private Subject subject() {
            return new Subject(from, where);
        }
    }

    /** What the length of a list depends on. */
    private record Subject(String from, SqlPredicate where) {}

    private record Counted<T>(T row, long count) {}

    private final JdbcClient jdbc;
    private final Cache<Subject, Boolean> longOnes =
            Caffeine.newBuilder()
                    .maximumSize(MOST_REMEMBERED)
                    .expireAfterWrite(LONG_STAYS_LONG)
                    .build();

    Listings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The page; its total is exact up to {@link Paging#REACH}. */
    public <T> Listing<T> read(Rows rows, Paging paging, RowMapper<T> mapper) {
        if (rows.where().equals(SqlPredicate.FALSE)) {
            return Listing.of(List.of(), paging, 0);
        }
        if (longOnes.getIfPresent(rows.subject()) != null) {
            return Listing.of(query(rows, "", paging, mapper), paging, Paging.REACH + 1L);
        }
        List<Counted<T>> page =
                query(
                        rows,
                        ", " + rows.counting() + " as rows_in_all",
                        paging,
                        (row, n) ->
                                new Counted<>(mapper.mapRow(row, n), row.getLong("rows_in_all")));
        long counted = page.isEmpty() ? countBefore(rows, paging) : page.getFirst().count();
        if (counted > Paging.REACH) {
            longOnes.put(rows.subject(), true);
        }
        return Listing.of(page.stream().map(Counted::row).toList(), paging, counted);
    }

    private <T> List<T> query(Rows rows, String counting, Paging paging, RowMapper<T> mapper) {
        return jdbc.sql(rows.sql(counting))
                .params(rows.where().params())
                .param("pageSize", paging.size())
                .param("pageOffset", paging.offset())
                .query(mapper)
                .list();
    }

    /** How many there are when the page asked for begins behind the last of them. */
    private long countBefore(Rows rows, Paging paging) {
        return paging.offset() == 0
                ? 0
                : jdbc.sql("select " + rows.counting())
                        .params(rows.where().params())
                        .query(Long.class)
                        .single();
    }
}
