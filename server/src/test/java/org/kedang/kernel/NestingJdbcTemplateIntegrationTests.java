package org.kedang.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;

@IntegrationTest
class NestingJdbcTemplateIntegrationTests {
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private int backend() {
        return jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
    }

    private List<Boolean> nested() {
        return jdbc.sql("select pg_backend_pid() from generate_series(1, :n)")
                .param("n", 3)
                .query((row, n) -> row.getInt(1) == backend() && row.getInt(1) == backend())
                .list();
    }

    @Test
    void asksWithinRowsOverTheSameConnection() {
        assertThat(nested()).containsExactly(true, true, true);
        assertThat(transaction.<List<Boolean>>execute(status -> nested()))
                .containsExactly(true, true, true);
        assertThat(nested()).containsExactly(true, true, true);
    }
}
