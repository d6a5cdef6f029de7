package org.kedang.preference;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Rows of one table that each belong to a customer, and go with it. */
abstract class RowsOfCustomers {
    private final JdbcClient jdbc;
    private final String table;
    private final Clock clock;

    RowsOfCustomers(JdbcClient jdbc, String table, Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.clock = clock;
    }

    void remove(UUID id) {
        jdbc.sql("delete from %s where id = :id".formatted(table)).param("id", id).update();
    }

    long count(UUID customer) {
        return jdbc.sql("select count(*) from %s where customer_id = :customer".formatted(table))
                .param("customer", customer)
                .query(Long.class)
                .single();
    }

    void removeAll(UUID customer) {
        jdbc.sql("delete from %s where customer_id = :customer".formatted(table))
                .param("customer", customer)
                .update();
    }

    OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
