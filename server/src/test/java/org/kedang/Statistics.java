package org.kedang;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What the planner knows of tables. It is the owner's to find out, and PostgreSQL passes over the
 * tables of others with nothing but a warning; until this is closed the server's own user may do
 * it, so that rows count which its transaction has not committed. To be opened before it writes.
 */
public final class Statistics implements AutoCloseable {
    private final JdbcClient jdbc;
    private final JdbcClient owner;

    public Statistics(JdbcClient jdbc, Environment environment) {
        this.jdbc = jdbc;
        owner =
                JdbcClient.create(
                        new DriverManagerDataSource(
                                environment.getRequiredProperty("spring.flyway.url"),
                                environment.getRequiredProperty("spring.flyway.user"),
                                environment.getRequiredProperty("spring.flyway.password")));
        owner.sql("grant maintain on all tables in schema public to kedang_app").update();
    }

    public void gather(String table) {
        jdbc.sql("analyze " + table).update();
    }

    @Override
    public void close() {
        owner.sql("revoke maintain on all tables in schema public from kedang_app").update();
    }
}
