package org.kedang.signin;

import org.kedang.identity.Credential;
import org.kedang.identity.Passwords;
import org.springframework.stereotype.Component;

/**
 * Whether a password is somebody's: asked of the company's directory for those it keeps, and of no
 * password here then, not even while the directory is down or switched off.
 */
@Component
class PasswordProof {
    private final Passwords passwords;
    private final LdapSettings settings;
    private final LdapDirectory ldap;

    PasswordProof(Passwords passwords, LdapSettings settings, LdapDirectory ldap) {
        this.passwords = passwords;
        this.settings = settings;
        this.ldap = ldap;
    }

    boolean isRight(Credential person, String password) {
        String entry = person.directoryId();
        if (entry == null) {
            return passwords.matches(password, person.passwordHash());
        }
        return settings.isOn()
                && ldap.prove(person.userName(), password).filter(entry::equals).isPresent();
    }
}
