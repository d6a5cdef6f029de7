package org.kedang.signin;

import org.kedang.audit.Audit;
import org.kedang.audit.Entry;
import org.kedang.identity.Credential;
import org.kedang.identity.Credentials;
import org.kedang.identity.Passwords;
import org.kedang.kernel.Actor;
import org.kedang.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** People choose their own passwords. */
@Service
public class ChoosingPassword {
    private final Credentials credentials;
    private final Passwords passwords;
    private final PastPasswords past;
    private final PasswordAge age;
    private final Sessions sessions;
    private final SignInSettings settings;
    private final Audit audit;
    private final Clock clock;

    ChoosingPassword(
            Credentials credentials,
            Passwords passwords,
            PastPasswords past,
            PasswordAge age,
            Sessions sessions,
            SignInSettings settings,
            Audit audit,
            Clock clock) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.past = past;
        this.age = age;
        this.sessions = sessions;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Changes one's own password; all other sessions of the person end.
     *
     * @param session the session that stays; empty if it is none
     */
    @Transactional
    public void choose(Actor actor, String current, String replacement, String session) {
        Credential person = credentials.lock(actor.id());
        if (person.directoryId() != null) {
            throw Problem.of(SignInProblem.DIRECTORY_PASSWORD);
        }
        if (!passwords.matches(current, person.passwordHash())) {
            throw Problem.of(SignInProblem.CURRENT_PASSWORD_WRONG);
        }
        if (current.equals(replacement)) {
            throw Problem.of(SignInProblem.PASSWORD_UNCHANGED);
        }
        passwords.check(person.userName(), replacement);
        int before = settings.passwordHistory() - 1;
        if (past.contains(person.id(), replacement, before)) {
            throw Problem.of(SignInProblem.PASSWORD_USED_BEFORE, settings.passwordHistory());
        }
        past.keep(person.id(), person.passwordHash(), clock.instant());
        person.choosePassword(passwords.hash(replacement));
        credentials.store(person);
        sessions.endAll(person.id(), session);
        audit.record(
                Entry.of(actor, SignInAct.PASSWORD_CHANGED)
                        .subject("person", person.id(), person.name()));
    }

    /** When one's password must be changed at the latest; empty if passwords do not age. */
    @Transactional
    public Optional<Instant> end(Actor actor) {
        return age.end(credentials.lock(actor.id()));
    }
}
