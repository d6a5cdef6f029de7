package org.kedang.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the machine can do at best: a read of one row by key, a write that is on the disk. */
final class Limits implements AutoCloseable {
    private final List<PreparedStatement> reads = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final Path folder;

    Limits(Database database, int threads, Path data) throws SQLException, IOException {
        for (int i = 0; i < threads; i++) {
            Connection connection = database.connect();
            connections.add(connection);
            reads.add(connection.prepareStatement("select * from customer where id = ?"));
        }
        folder = Files.createTempDirectory(data, "bench-");
    }

    /** One customer by primary key over JDBC, without anything of the product. */
    void readRow(int thread, UUID id) throws SQLException {
        PreparedStatement read = reads.get(thread);
        read.setObject(1, id);
        try (ResultSet row = read.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("not there");
            }
        }
    }

    /** One new file of so many bytes, fsynced, in the data folder. */
    void writeFile(int thread, long run, byte[] content) throws IOException {
        Path file = folder.resolve(thread + "-" + run);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
        Files.delete(file);
    }

    @Override
    public void close() throws SQLException, IOException {
        for (Connection connection : connections) {
            connection.close();
        }
        Files.deleteIfExists(folder);
    }
}
