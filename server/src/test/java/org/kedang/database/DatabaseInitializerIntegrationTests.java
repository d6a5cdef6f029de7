package org.kedang.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kedang.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;

import javax.sql.DataSource;

@IntegrationTest
class DatabaseInitializerIntegrationTests {
    @Autowired DataSource source;

    @Test
    void connectsTheApplicationAsAUserThatOwnsNoTable() throws Exception {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select current_user, count(*) filter (where tableowner ="
                                    + " current_user), count(*) from pg_tables where schemaname ="
                                    + " 'public'")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("kedang_app");
            assertThat(rows.getInt(2)).isZero();
            assertThat(rows.getInt(3)).isPositive();
        }
    }
}
