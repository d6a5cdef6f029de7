package org.kedang.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The product's built-in PostgreSQL, reached as its owner. */
final class Database {
    private final String url;
    private final Properties passwords = new Properties();
    private final long postmaster;

    Database(Path data) throws IOException {
        List<String> lines = Files.readAllLines(postmasterPid(data));
        postmaster = Long.parseLong(lines.getFirst().strip());
        url = "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/kedang";
        try (Reader reader = Files.newBufferedReader(data.resolve("keys/database.properties"))) {
            passwords.load(reader);
        }
    }

    private static Path postmasterPid(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("postgres"), 3)) {
            return files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("No running PostgreSQL below " + data));
        }
    }

    Connection connect() throws SQLException {
        return connect("kedang_owner");
    }

    /** As the user that the product itself works with. */
    Connection connectAsApplication() throws SQLException {
        return connect("kedang_app");
    }

    private Connection connect(String user) throws SQLException {
        return DriverManager.getConnection(url, user, passwords.getProperty(user, ""));
    }

    long pid() {
        return postmaster;
    }
}
