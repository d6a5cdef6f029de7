package org.kedang.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Connections that fill the database at once, one for each core. */
final class Hands implements AutoCloseable {
    /** Told of what took longer than a second. */
    private static final long WORTH_TELLING = 1_000_000_000L;

    private final List<Connection> connections = new ArrayList<>();

    Hands(Database database) throws SQLException {
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            Connection connection = database.connect();
            connections.add(connection);
            try (Statement statement = connection.createStatement()) {
                // each hand is on one core already; what is made again after a crash need not be on
                // the disk before the next begins
                statement.execute("set max_parallel_maintenance_workers = 0");
                statement.execute("set max_parallel_workers_per_gather = 0");
                statement.execute("set maintenance_work_mem = '256MB'");
                statement.execute("set synchronous_commit = off");
            }
        }
    }

    Connection first() {
        return connections.getFirst();
    }

    /**
     * Does all of them; each is taken up in this order by whoever has nothing to do.
     *
     * @param tasks statements of one task stand on lines of their own and go one after the other
     */
    void perform(List<String> tasks) throws SQLException {
        Queue<String> left = new ConcurrentLinkedQueue<>(tasks);
        try (ExecutorService pool = Executors.newFixedThreadPool(connections.size())) {
            List<Future<?>> all = new ArrayList<>();
            for (Connection connection : connections) {
                all.add(
                        pool.submit(
                                () -> {
                                    for (String next = left.poll();
                                            next != null;
                                            next = left.poll()) {
                                        perform(connection, next);
                                    }
                                    return null;
                                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new SQLException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException(e);
        }
    }

    private static void perform(Connection connection, String task) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : task.split(";\n")) {
                long began = System.nanoTime();
                long rows = statement.executeLargeUpdate(sql);
                long took = System.nanoTime() - began;
                if (took > WORTH_TELLING) {
                    System.out.printf("  %.1f s: %s (%,d)%n", took / 1e9, beginning(sql), rows);
                }
            }
        }
    }

    private static String beginning(String sql) {
        String line = sql.replaceAll("(?m)^--.*$", "").replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(70, line.length()));
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
