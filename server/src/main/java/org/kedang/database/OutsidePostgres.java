package org.kedang.database;

import org.kedang.database.DatabaseAccess.Login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A PostgreSQL that the operator runs. Its owner's login is given; the application's user is made
 * once.
 */
final class OutsidePostgres {
    private static final int OLDEST_MAJOR = 16;
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private OutsidePostgres() {}

    /**
     * Checks the server and makes the user {@code kedang_app} when it is missing and the owner may.
     *
     * @param data keeps the generated password in {@code keys/database.properties}
     * @throws DatabaseUnavailable when the server is too old, refuses, or an administrator has to
     *     act first
     */
    static DatabaseAccess prepare(String url, Login owner, Path data) {
        try (var connection = Users.connect(url, owner)) {
            refuseOldServer(connection);
            Login app = app(connection, DatabasePasswords.in(data));
            try (var check = Users.connect(url, app)) {
                check.isValid(5);
            }
            return new DatabaseAccess(url, owner, app);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "无法使用数据库 %s:%s。请检查地址、用户和密码。".formatted(url, e.getMessage()),
                    "The database %s cannot be used: %s. Check address, user and password."
                            .formatted(url, e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseOldServer(Connection connection) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < OLDEST_MAJOR) {
            throw new DatabaseUnavailable(
                    "该服务器是 PostgreSQL %d;客档需要 %d 或更新的版本。".formatted(major, OLDEST_MAJOR),
                    "The server is PostgreSQL %d; Kedang needs %d or newer."
                            .formatted(major, OLDEST_MAJOR));
        }
    }

    private static Login app(Connection owner, DatabasePasswords passwords)
            throws SQLException, IOException {
        boolean known = passwords.find(Users.APP) != null;
        var app = new Login(Users.APP, passwords.of(Users.APP));
        if (!Users.exists(owner, Users.APP)) {
            create(owner, app, passwords.file());
        } else if (!known) {
            throw ask(
                    "alter role %s password '<%s>'".formatted(Users.APP, Users.APP),
                    passwords.file());
        }
        return app;
    }

    private static void create(Connection owner, Login app, Path file) throws SQLException {
        try {
            Users.create(owner, app);
        } catch (SQLException e) {
            if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                throw ask(
                        "create role %s login password '<%s>'".formatted(Users.APP, Users.APP),
                        file);
            }
            throw e;
        }
    }

    /** The password stays in its file: messages end up in logs. */
    private static DatabaseUnavailable ask(String sql, Path file) {
        return new DatabaseUnavailable(
                "请数据库管理员执行:%s;其中 <kedang_app> 换成 %s 里 kedang_app 一行的值,然后重新启动。".formatted(sql, file),
                "Ask the database administrator to run: %s; with <kedang_app> replaced by the value of kedang_app in %s, then start again."
                        .formatted(sql, file));
    }
}
