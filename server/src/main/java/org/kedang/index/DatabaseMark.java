package org.kedang.index;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells databases apart, so that an index is never used with a database it was not made from. */
final class DatabaseMark {
    private DatabaseMark() {}

    static String of(JdbcClient jdbc) {
        return jdbc.sql("select id::text from index_source").query(String.class).single();
    }
}
