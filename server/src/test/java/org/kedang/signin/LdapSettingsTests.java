package org.kedang.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import java.time.Duration;
import java.util.Map;

class LdapSettingsTests {
    @Test
    void isOffByDefaultAndReportsWhoIsGone() {
        LdapSettings settings = settings(Map.of("unrelated", "x"));

        assertThat(settings.isOn()).isFalse();
        assertThat(settings.missing()).isEqualTo(LdapSettings.Missing.REPORT);
        assertThat(settings.every()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.id()).isEqualTo("entryUUID");
    }

    @Test
    void refusesPasswordsInTheClearExceptOnThisMachine() {
        assertThat(settings(Map.of("kedang.signin.ldap.url", "ldap://ldap.example.cn")).isSafe())
                .isFalse();
        assertThat(settings(Map.of("kedang.signin.ldap.url", "ldap://127.0.0.1:389")).isSafe())
                .isTrue();
        assertThat(settings(Map.of("kedang.signin.ldap.url", "ldaps://ldap.example.cn")).isSafe())
                .isTrue();
        assertThat(
                        settings(
                                        Map.of(
                                                "kedang.signin.ldap.url",
                                                "ldap://ldap.example.cn",
                                                "kedang.signin.ldap.start-tls",
                                                "true"))
                                .isSafe())
                .isTrue();
    }

    private static LdapSettings settings(Map<String, String> given) {
        return new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate("kedang.signin.ldap", LdapSettings.class);
    }
}
