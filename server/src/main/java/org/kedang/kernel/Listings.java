package org.kedang.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

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
     * @param indexed see {@link #byIndex()}
     * @param start where the page begins, if that is known more closely than by its number
     * @param key see {@link #byKey}
     */
    public record Rows(
            String columns,
            String from,
            SqlPredicate where,
            String order,
            boolean indexed,
            @Nullable Start start,
            @Nullable String key) {
        public Rows(String columns, String from, SqlPredicate where, String order) {
            this(columns, from, where, order, false, null, null);
        }

        /**
         * The same, for conditions and an order that indexes have whatever the values are. Then one
         * plan serves all values and is kept, and nothing is sorted that an index has in order,
         * even if few rows are expected.
         */
        public Rows byIndex() {
            return new Rows(columns, from, where, order, true, start, key);
        }

        public Rows from(Start here) {
            return new Rows(columns, from, where, order, indexed, here, key);
        }

        /**
         * The same, for many rows to pass over or to sort: only the keys of a page are looked for,
         * which an index may hold, and its rows are read by them.
         *
         * @param column tells the rows apart
         */
        public Rows byKey(String column) {
            return new Rows(columns, from, where, order, indexed, start, column);
        }

        private String sql(String counting, Paging paging) {
            // with a limit that it does not know, the database expects to read far
            String limit =
                    indexed
                            ? paging.size() + " offset " + offset(paging)
                            : ":pageSize offset :pageOffset";
            String page =
                    "from %s where %s order by %s limit %s"
                            .formatted(from, pageWhere().sql(), order, limit);
            return key == null
                    ? "select %s%s %s".formatted(columns, counting, page)
                    : "select %s%s from %s where %s in (select %s %s) order by %s"
                            .formatted(columns, counting, from, key, key, page, order);
        }

        private SqlPredicate pageWhere() {
            return start == null ? where : where.and(start.where());
        }

        private int offset(Paging paging) {
            return start == null ? paging.offset() : start.offset();
        }

        private String counting() {
            return "(select count(*) from (select 1 from %s where %s limit %d) counted)"
                    .formatted(from, where.sql(), Paging.REACH + 1);
        }

        private Subject subject() {
            return new Subject(from, where);
        }
    }

    /**
     * Where a page begins.
     *
     * @param where holds for all rows of the page and for those behind it
     * @param offset how many rows for which it holds lie before the page
     */
    public record Start(SqlPredicate where, int offset) {}

    /** What the length of a list depends on. */
    private record Subject(String from, SqlPredicate where) {}

    private record Counted<T>(T row, long count) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Cache<Subject, Boolean> longOnes =
            Caffeine.newBuilder()
                    .maximumSize(MOST_REMEMBERED)
                    .expireAfterWrite(LONG_STAYS_LONG)
                    .build();

    Listings(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
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
        return rows.indexed()
                ? transaction.execute(
                        status -> {
                            jdbc.sql("set local enable_sort = off").update();
                            return select(rows, counting, paging, mapper);
                        })
                : select(rows, counting, paging, mapper);
    }

    private <T> List<T> select(Rows rows, String counting, Paging paging, RowMapper<T> mapper) {
        return jdbc.sql(rows.sql(counting, paging))
                .params(rows.pageWhere().params())
                .param("pageSize", paging.size())
                .param("pageOffset", rows.offset(paging))
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
