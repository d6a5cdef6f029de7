package org.kedang.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kedang.database.DatabaseAccess.Login;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** The built-in server of the test plays the operator's. */
class OutsidePostgresTests {
    private static EmbeddedPostgres server;
    private static String url;
    private static Login superuser;

    @TempDir Path data;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.temporary();
        url = server.access().url();
        superuser = new Login("postgres", DatabasePasswords.in(server.data()).of("postgres"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forgetTheApplicationsUser() throws SQLException {
        run(
                """
                do $$ begin
                  if exists (select 1 from pg_roles where rolname = 'kedang_app') then
                    drop owned by kedang_app;
                    drop role kedang_app;
                  end if;
                end $$;
                grant connect on database kedang to public;
                alter role kedang_owner nocreaterole
                """);
    }

    @Test
    void createsTheApplicationsUserWhenTheOwnerMay() throws Exception {
        run("alter role kedang_owner createrole");
        var access = OutsidePostgres.prepare(url, server.access().owner(), data);
        assertThat(access.app().user()).isEqualTo("kedang_app");
        assertThat(access.app().password())
                .isEqualTo(DatabasePasswords.in(data).find("kedang_app"));
        assertThat(OutsidePostgres.prepare(url, server.access().owner(), data)).isEqualTo(access);
    }

    @Test
    void saysWhatTheAdministratorHasToRunWhenTheOwnerMayNot() throws Exception {
        var owner = server.access().owner();
        assertThatThrownBy(() -> OutsidePostgres.prepare(url, owner, data))
                .isInstanceOfSatisfying(
                        DatabaseUnavailable.class,
                        problem -> {
                            String sql = "create role kedang_app login password '<kedang_app>'";
                            assertThat(problem.zh()).contains("请数据库管理员执行").contains(sql);
                            assertThat(problem.en()).contains(sql);
                        });
        String password = DatabasePasswords.in(data).of("kedang_app");
        run("create role kedang_app login password '%s'".formatted(password));
        assertThat(OutsidePostgres.prepare(url, owner, data).app().password()).isEqualTo(password);
    }

    @Test
    void asksForThePasswordOfAUserThatItDidNotMake() throws Exception {
        run("create role kedang_app login password 'of-somebody-else'");
        assertThatThrownBy(() -> OutsidePostgres.prepare(url, server.access().owner(), data))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("alter role kedang_app password")
                .hasMessageNotContaining(DatabasePasswords.in(data).of("kedang_app"));
    }

    @Test
    void namesTheAddressThatRefuses() {
        assertThatThrownBy(
                        () -> OutsidePostgres.prepare(url, new Login("kedang_owner", "no"), data))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining(url)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void refusesServersOlderThan16() {
        OutsidePostgres.refuseOlder(16);
        assertThatThrownBy(() -> OutsidePostgres.refuseOlder(15))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("PostgreSQL 15");
    }

    private static void run(String sql) throws SQLException {
        try (var connection = Users.connect(url, superuser);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
