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
    private static final String WRONG_PASSWORD = "28P01";

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
            refuseOlder(connection.getMetaData().getDatabaseMajorVersion());
            var passwords = DatabasePasswords.in(data);
            var app = new Login(Users.APP, passwords.of(Users.APP));
            if (!Users.exists(connection, Users.APP)) {
                create(connection, app, passwords.file());
            }
            knock(url, app, passwords.file());
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

    static void refuseOlder(int major) {
        if (major < OLDEST_MAJOR) {
            throw new DatabaseUnavailable(
                    "该服务器是 PostgreSQL %d;客档需要 %d 或更新的版本。".formatted(major, OLDEST_MAJOR),
                    "The server is PostgreSQL %d; Kedang needs %d or newer."
                            .formatted(major, OLDEST_MAJOR));
        }
    }

    private static void create(Connection owner, Login app, Path file) throws SQLException {
        try {
            Users.create(owner, app);
        } catch (SQLException e) {
            if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                throw ask("create role %s login password '<%s>'", file);
            }
            throw e;
        }
    }

    /** The user may exist from elsewhere with a password that this installation does not know. */
    private static void knock(String url, Login app, Path file) throws SQLException {
        try {
            Users.connect(url, app).close();
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw ask("alter role %s password '<%s>'", file);
            }
            throw e;
        }
    }

    /** The password stays in its file: messages end up in logs. */
    private static DatabaseUnavailable ask(String template, Path file) {
        String sql = template.formatted(Users.APP, Users.APP);
        return new DatabaseUnavailable(
                "请数据库管理员执行:%s;其中 <%s> 换成 %s 里 %s 一行的值,然后重新启动。"
                        .formatted(sql, Users.APP, file, Users.APP),
                "Ask the database administrator to run: %s; with <%s> replaced by the value of %s in %s, then start again."
                        .formatted(sql, Users.APP, Users.APP, file));
    }
}
