package org.kedang.database;

import java.util.Map;

/**
 * How the application reaches its database: the owner migrates, the application's user runs.
 *
 * @param url JDBC address without user or password
 * @param owner may change the schema; used by Flyway only
 * @param app may read and write rows, and no more than the migrations grant
 */
public record DatabaseAccess(String url, Login owner, Login app) {

    /** A database user; its text form never shows the password. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /** The same as Spring properties. */
    Map<String, Object> properties() {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", app.user(),
                "spring.datasource.password", app.password(),
                "spring.flyway.url", url,
                "spring.flyway.user", owner.user(),
                "spring.flyway.password", owner.password());
    }
}
