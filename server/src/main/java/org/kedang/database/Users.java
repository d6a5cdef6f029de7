package org.kedang.database;

import org.kedang.database.DatabaseAccess.Login;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Creates the two users and the database that the application needs. */
final class Users {
    static final String OWNER = "kedang_owner";
    static final String APP = "kedang_app";
    static final String DATABASE = "kedang";

    private Users() {}

    static Connection connect(String url, Login login) throws SQLException {
        return DriverManager.getConnection(url, login.user(), login.password());
    }

    static boolean exists(Connection connection, String user) throws SQLException {
        return found(connection, "select 1 from pg_roles where rolname = ?", user);
    }

    static void create(Connection connection, Login login) throws SQLException {
        execute(connection, createSql(login));
    }

    /** The password is of {@link DatabasePasswords#random()}: it holds no quote. */
    static String createSql(Login login) {
        return "create role %s login password '%s'".formatted(login.user(), login.password());
    }

    static void createDatabase(Connection connection) throws SQLException {
        if (!found(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
            execute(connection, "create database %s owner %s".formatted(DATABASE, OWNER));
            execute(connection, "revoke all on database %s from public".formatted(DATABASE));
            execute(
                    connection,
                    "grant connect, temporary on database %s to %s".formatted(DATABASE, APP));
        }
    }

    private static boolean found(Connection connection, String sql, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
