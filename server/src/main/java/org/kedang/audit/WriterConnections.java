package org.kedang.audit;

import com.zaxxer.hikari.HikariConfig;
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
    /** One for each writer of groups, one for what comes by the journal. */
    private static final int MOST = GroupCommit.WRITERS + 1;

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
        HikariConfig like = new HikariConfig();
        shared.copyStateTo(like);
        like.setPoolName("audit-writers");
        like.setMaximumPoolSize(MOST);
        like.setMinimumIdle(MOST);
        return new HikariDataSource(like);
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
