package org.kedang.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.util.Map;

/** A directory on the plain port, whose connections turn to TLS before anything is said. */
class LdapStartTlsTests {
    private static final CompanyDirectory DIRECTORY = CompanyDirectory.start();

    @AfterAll
    static void stop() {
        DIRECTORY.server.shutDown(true);
    }

    @Test
    void provesPasswordsAfterStartTls() throws Exception {
        DIRECTORY.department("ou=tls", "加密部");
        DIRECTORY.person("feng.jiu", "冯九", "ou=tls");
        LdapDirectory ldap =
                directory(DIRECTORY.plainUrl("start-tls"), DIRECTORY.certificate.toString());

        assertThat(ldap.prove("feng.jiu", CompanyDirectory.PASSWORD)).isPresent();
        assertThat(ldap.prove("feng.jiu", "wrong")).isEmpty();
        assertThat(ldap.people()).extracting(LdapDirectory.Entry::name).contains("冯九");
    }

    @Test
    void saysNothingToAServerItDoesNotTrust() {
        LdapDirectory ldap = directory(DIRECTORY.plainUrl("start-tls"), "");

        assertThatThrownBy(() -> ldap.prove("feng.jiu", CompanyDirectory.PASSWORD))
                .isInstanceOf(Exception.class);
    }

    @Test
    void saysNothingToAServerWithoutTls() {
        LdapDirectory ldap =
                directory(DIRECTORY.plainUrl("plain"), DIRECTORY.certificate.toString());

        assertThatThrownBy(() -> ldap.prove("feng.jiu", CompanyDirectory.PASSWORD))
                .isInstanceOf(Exception.class);
        assertThat(DIRECTORY.binds("plain")).isZero();
    }

    private static LdapDirectory directory(String url, String certificate) {
        return new LdapDirectory(
                new Binder(
                                new MapConfigurationPropertySource(
                                        Map.of(
                                                "kedang.signin.ldap.url",
                                                url,
                                                "kedang.signin.ldap.start-tls",
                                                "true",
                                                "kedang.signin.ldap.certificate",
                                                certificate,
                                                "kedang.signin.ldap.base",
                                                CompanyDirectory.BASE,
                                                "kedang.signin.ldap.account",
                                                CompanyDirectory.READER,
                                                "kedang.signin.ldap.password",
                                                "reader-secret")))
                        .bindOrCreate("kedang.signin.ldap", LdapSettings.class));
    }
}
