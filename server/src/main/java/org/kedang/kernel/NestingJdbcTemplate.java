package org.kedang.kernel;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.sql.Connection;

import javax.sql.DataSource;

/**
 * Queries whose rows may ask further queries while they are taken in: a name for an id. These go
 * over the same connection, also outside of transactions. With one of its own for each of them a
 * burst as large as the pool would hold all connections and wait for one more.
 */
final class NestingJdbcTemplate extends JdbcTemplate {
    NestingJdbcTemplate(DataSource source) {
        super(source);
    }

    @Override
    public <T extends @Nullable Object> T query(
            PreparedStatementCreator creator,
            @Nullable PreparedStatementSetter setter,
            ResultSetExtractor<T> rows) {
        DataSource source = obtainDataSource();
        if (TransactionSynchronizationManager.isSynchronizationActive()
                || TransactionSynchronizationManager.hasResource(source)) {
            return super.query(creator, setter, rows);
        }
        Connection connection = DataSourceUtils.getConnection(source);
        TransactionSynchronizationManager.bindResource(source, new ConnectionHolder(connection));
        try {
            return super.query(creator, setter, rows);
        } finally {
            TransactionSynchronizationManager.unbindResource(source);
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
