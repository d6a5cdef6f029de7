package org.kedang.customer;

import org.jspecify.annotations.Nullable;
import org.kedang.kernel.SqlPredicate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

/** Reads what a module tells in a customer's timeline from its rows, newest first. */
@Component
public class TimelineRows {
    private final JdbcClient jdbc;

    TimelineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page as {@link TimelineSource#list} gives it.
     *
     * @param rows all that happened, as a query of {@code :customer} with the columns {@code id},
     *     {@code at} and whatever the mapper reads
     */
    public List<TimelineEntry> list(
            String rows,
            UUID customer,
            TimelineEntry.@Nullable Place before,
            int most,
            RowMapper<TimelineEntry> mapper) {
        SqlPredicate older = TimelineEntry.older("h.at", "h.id", before);
        return jdbc.sql(
                        "select h.* from (%s) h where %s order by h.at desc, h.id desc limit :most"
                                .formatted(rows, older.sql()))
                .param("customer", customer)
                .params(older.params())
                .param("most", most)
                .query(mapper)
                .list();
    }
}
