package org.kedang.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Somebody who may do everything in the database. */
public final class Superuser {
    private Superuser() {}

    public static Connection of(EmbeddedPostgres postgres) throws SQLException {
        try {
            String password = DatabasePasswords.in(postgres.data()).of(Cluster.SUPERUSER);
            return DriverManager.getConnection(
                    postgres.access().url(), Cluster.SUPERUSER, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
