package org.kedang.bench;

import org.HdrHistogram.Histogram;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * How long each event waits for the first checkpoint that covers it, seen from outside: from the
 * time in the event, which is a little before its commit, until somebody else can read the
 * checkpoint. Looks every few milliseconds, so it tells a little too much rather than too little.
 */
final class SealLag implements AutoCloseable {
    private static final Duration GLANCE = Duration.ofMillis(10);
    private static final String NEWEST =
            "select coalesce(max(size), 0) as size from audit_checkpoint";

    private final Connection connection;
    private final NavigableMap<Long, Instant> seen = new ConcurrentSkipListMap<>();
    private final Thread watcher;
    private final long first;
    private volatile boolean closed;

    private SealLag(Connection connection) throws SQLException {
        this.connection = connection;
        this.first = newest();
        this.watcher = Thread.ofPlatform().name("seal-lag").daemon().start(this::look);
    }

    static SealLag watch(Database database) throws SQLException {
        return new SealLag(database.connect());
    }

    private long newest() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NEWEST)) {
            row.next();
            return row.getLong("size");
        }
    }

    private void look() {
        try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            while (!closed) {
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    seen.putIfAbsent(row.getLong("size"), Instant.now());
                }
                Thread.sleep(GLANCE);
            }
        } catch (SQLException | InterruptedException e) {
            System.err.println("No longer watching the seal: " + e);
        }
    }

    /** Of all events sealed since. */
    void print() throws SQLException, InterruptedException {
        closed = true;
        watcher.join();
        Histogram lags = new Histogram(3);
        try (PreparedStatement leaves =
                connection.prepareStatement(
                        "select index, event_at from audit_leaf where index >= ? and index < ?")) {
            leaves.setLong(1, first);
            leaves.setLong(2, seen.lastKey());
            try (ResultSet row = leaves.executeQuery()) {
                while (row.next()) {
                    Map.Entry<Long, Instant> covering = seen.higherEntry(row.getLong("index"));
                    Instant at = row.getObject("event_at", OffsetDateTime.class).toInstant();
                    lags.recordValue(
                            Math.max(0, ChronoUnit.MILLIS.between(at, covering.getValue())));
                }
            }
        }
        System.out.printf(
                "%nFrom an event to the checkpoint that covers it: %,d events,"
                        + " p50 %d ms, p99 %d ms, at most %d ms%n",
                lags.getTotalCount(),
                lags.getValueAtPercentile(50),
                lags.getValueAtPercentile(99),
                lags.getMaxValue());
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        connection.close();
    }
}
