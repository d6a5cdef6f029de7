package org.kedang.signin;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Sign-in and people from the company's LDAP directory; off while no address is given.
 *
 * @param url {@code ldaps://host:636}, or {@code ldap://host:389} with {@code startTls}; plain LDAP
 *     would show passwords to the network and is refused except on this machine
 * @param certificate PEM file of the authority that signed the server's certificate; the JDK's own
 *     if empty
 * @param base where to look
 * @param account distinguished name that may read there
 * @param password of that account; by environment, never by option
 * @param people which entries are people
 * @param departments which entries are departments
 * @param userName attribute with the name people sign in with
 * @param name attribute with the name to show
 * @param departmentName attribute with a department's name
 * @param id attribute that stays when an entry is renamed or moved
 * @param missing what happens to an account whose entry is gone
 * @param every how often people and departments are taken over; zero for by hand only
 * @param timeout how long the directory may take to answer
 */
@Validated
@ConfigurationProperties("kedang.signin.ldap")
public record LdapSettings(
        @DefaultValue("") String url,
        @DefaultValue("false") boolean startTls,
        @DefaultValue("") String certificate,
        @DefaultValue("") String base,
        @DefaultValue("") String account,
        @DefaultValue("") String password,
        @NotBlank @DefaultValue("(objectClass=inetOrgPerson)") String people,
        @NotBlank @DefaultValue("(objectClass=organizationalUnit)") String departments,
        @NotBlank @DefaultValue("uid") String userName,
        @NotBlank @DefaultValue("cn") String name,
        @NotBlank @DefaultValue("ou") String departmentName,
        @NotBlank @DefaultValue("entryUUID") String id,
        @NotNull @DefaultValue("REPORT") Missing missing,
        @DefaultValue("1h") Duration every,
        @DefaultValue("5s") Duration timeout) {

    /** What happens to an account whose entry is gone. */
    public enum Missing {
        /** Somebody looks at the report. */
        REPORT,
        /** It is locked, unless so many are gone that the directory must be wrong. */
        LOCK
    }

    public boolean isOn() {
        return !url.isBlank();
    }

    @AssertTrue(message = "ldap:// needs start-tls, or use ldaps://")
    boolean isSafe() {
        if (!isOn() || startTls || url.startsWith("ldaps://")) {
            return true;
        }
        return Set.of("localhost", "127.0.0.1", "[::1]").contains(URI.create(url).getHost());
    }
}
