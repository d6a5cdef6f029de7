package org.kedang.audit;

import com.zaxxer.hikari.HikariDataSource;

import jakarta.annotation.PreDestroy;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * The connections of those who write groups. They have their own: then the database's processes at
 * the other end do nothing but write events and have all that takes at hand, and a writer never
 * waits for a connection that a reader holds who waits for the writer.
 */
@Component
final class WriterConnections {
    private final JdbcTemplate rows;
    private final @Nullable HikariDataSource own;

    WriterConnections(DataSource shared) throws SQLException {
        own =
                shared.isWrapperFor(HikariDataSource.class)
                        ? like(shared.unwrap(HikariDataSource.class))
                        : null;
        rows = new JdbcTemplate(own == null ? shared : own);
    }

    private static HikariDataSource like(HikariDataSource shared) {
        HikariDataSource own = new HikariDataSource();
        own.setPoolName("audit-writers");
        own.setJdbcUrl(shared.getJdbcUrl());
        own.setUsername(shared.getUsername());
        own.setPassword(shared.getPassword());
        own.setDataSourceProperties(shared.getDataSourceProperties());
        own.setConnectionTimeout(shared.getConnectionTimeout());
        own.setMaximumPoolSize(GroupCommit.WRITERS);
        return own;
    }

    JdbcTemplate rows() {
        return rows;
    }

    @PreDestroy
    void close() {
        if (own != null) {
            own.close();
        }
    }
}
