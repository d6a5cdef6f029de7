package org.kedang.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Whose turn it is, straight from the table: a decision without opening the card before. */
final class OpenTasks implements AutoCloseable {
    private final List<Connection> connections = new ArrayList<>();
    private final List<PreparedStatement> reads = new ArrayList<>();

    OpenTasks(Database database, int threads) throws SQLException {
        for (int i = 0; i < threads; i++) {
            Connection connection = database.connect();
            connections.add(connection);
            reads.add(
                    connection.prepareStatement(
                            "select id from approval_task where request_id = ? and state ="
                                    + " 'OPEN'"));
        }
    }

    /** The one open task of a request. */
    String of(int thread, UUID request) throws SQLException {
        PreparedStatement read = reads.get(thread);
        read.setObject(1, request);
        try (ResultSet row = read.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
